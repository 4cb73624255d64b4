import assert from "node:assert/strict";
import {
  IN_USE_MS,
  PageFollower,
  type PageReading,
  PAUSE_MS,
  REREAD_MS,
} from "../../../../lib/ui/operator/live/follow-page.ts";
import type { FeedTimer } from "../../../../lib/ui/operator/live/feed-client.ts";
import { BEAT_MS, type Freshness } from "../../../../lib/ui/operator/live/freshness.ts";

/** A page whose browser does what the test says; `hear` is an event of the stream. */
function aPage(
  reading: () => PageReading = () => ({ show: () => {} }),
  times: { rereadMs?: number } = {},
) {
  const page = { nowMs: 1_000, reads: 0, shown: 0, isHeld: false, fresh: [] as Freshness[] };
  const timers = new Map<FeedTimer, { run: () => void; ms: number }>();
  const listeners = new Map<string, (event: MessageEvent<string>) => void>();
  const read = (): Promise<PageReading> => {
    page.reads++;
    const answer = reading();
    if (typeof answer === "number") return Promise.resolve(answer);
    return Promise.resolve({ show: () => void page.shown++ });
  };
  const follower = new PageFollower({ cursor: "c1", nowMs: 50_000, ...times }, {
    onFreshness: (fresh) => page.fresh.push(fresh),
    mayRenew: () => !page.isHeld,
  }, {
    open: () => ({
      addEventListener: (type, listener) => void listeners.set(type, listener),
      close: () => {},
    }),
    isSignedOut: () => Promise.resolve(false),
    setTimer: (run, ms) => {
      const timer = setTimeout(() => {}, 0);
      clearTimeout(timer);
      timers.set(timer, { run, ms });
      return timer;
    },
    clearTimer: (timer) => void timers.delete(timer),
    random: () => 0,
    now: () => page.nowMs,
    read,
  });
  const hear = (type: string, data: unknown = {}) =>
    listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
  const change = () => hear("booking", { summary: {} });
  /** Lets the pause pass. */
  const pause = async () => {
    for (const [timer, { run, ms }] of timers) {
      if (ms === PAUSE_MS && timers.delete(timer)) run();
    }
    await Promise.resolve();
    await Promise.resolve();
  };
  return { page, follower, hear, change, pause };
}

Deno.test("a flock of changes has the page read once", async () => {
  const { page, change, pause } = aPage();
  for (let count = 0; count < 5; count++) change();
  assert.equal(page.reads, 0);
  await pause();
  assert.deepEqual([page.reads, page.shown], [1, 1]);
  await pause();
  assert.equal(page.reads, 1);
});

Deno.test("nothing changes while a trip is in the air; the page is read when it is down", async () => {
  const { page, follower, change, pause } = aPage();
  page.isHeld = true;
  change();
  await pause();
  assert.equal(page.reads, 0);
  page.isHeld = false;
  follower.renew();
  await pause();
  assert.equal(page.shown, 1);
});

Deno.test("a page nobody touches does not keep the session alive; the first touch has it read", async () => {
  const { page, follower, change, pause } = aPage();
  page.nowMs += IN_USE_MS + 1;
  change();
  await pause();
  assert.equal(page.reads, 0);
  follower.use();
  await pause();
  assert.equal(page.reads, 1);
});

Deno.test("a beat has the page read when it is a minute old, and tells the server's clock", async () => {
  const { page, follower, hear, pause } = aPage();
  const beat = () => hear("beat", { nowMs: 90_000, freeVehicles: 3 });
  beat();
  await pause();
  assert.equal(page.reads, 0);
  assert.equal(follower.serverMs, 90_000);
  page.nowMs += REREAD_MS + 1;
  beat();
  await pause();
  assert.equal(page.reads, 1);
});

Deno.test("a page that chooses less than a beat is read anew with every one", async () => {
  const { page, hear, pause } = aPage(undefined, { rereadMs: BEAT_MS / 2 });
  for (const reads of [1, 2, 3]) {
    page.nowMs += BEAT_MS;
    hear("beat", { nowMs: 90_000, down: [] });
    await pause();
    assert.equal(page.reads, reads);
  }
});

Deno.test("too much missed is a reason to read as well", async () => {
  const { page, hear, pause } = aPage();
  hear("reset");
  await pause();
  assert.equal(page.reads, 1);
});

Deno.test("an answer that the session is over is said; no answer changes nothing", async () => {
  const over = aPage(() => 401);
  over.change();
  await over.pause();
  assert.equal(over.page.fresh.at(-1)?.kind, "signed-out");
  const silent = aPage(() => 0);
  silent.change();
  await silent.pause();
  assert.deepEqual([silent.page.shown, silent.page.fresh.at(-1)?.kind], [0, "live"]);
});
