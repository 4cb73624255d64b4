import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import {
  FeedFollower,
  type FeedTimer,
  LONGEST_PAUSE_MS,
  SILENCE_MS,
} from "../../../../lib/ui/operator/live/feed-client.ts";
import { aRow } from "../../../support/board.ts";

type Listener = (event: MessageEvent<string>) => void;

/** A browser in the hand of the test: streams are fed by hand, timers run when told. */
class TestBrowser {
  readonly opened: { cursor: string; listeners: Map<string, Listener>; closed: boolean }[] = [];
  readonly timers = new Map<FeedTimer, { run: () => void; ms: number }>();
  signedOut = false;

  open = (cursor: string) => {
    const stream = { cursor, listeners: new Map<string, Listener>(), closed: false };
    this.opened.push(stream);
    return {
      addEventListener: (type: string, listener: Listener) =>
        void stream.listeners.set(type, listener),
      close: () => void (stream.closed = true),
    };
  };
  isSignedOut = () => Promise.resolve(this.signedOut);
  setTimer = (run: () => void, ms: number): FeedTimer => {
    const timer = setTimeout(() => {}, 0);
    clearTimeout(timer);
    this.timers.set(timer, { run, ms });
    return timer;
  };
  clearTimer = (timer: FeedTimer) => void this.timers.delete(timer);
  random = () => 1;

  get last() {
    const stream = this.opened.at(-1);
    if (stream === undefined) throw new Error("Nothing was opened");
    return stream;
  }

  tell(type: string, data: unknown = {}, lastEventId = ""): void {
    const event = new MessageEvent(type, { data: JSON.stringify(data), lastEventId });
    this.last.listeners.get(type)?.(event);
  }

  /** Runs the only timer that waits; returns its delay. */
  async elapse(): Promise<number> {
    const [entry] = this.timers;
    if (entry === undefined || this.timers.size > 1) throw new Error("Not exactly one timer");
    this.timers.delete(entry[0]);
    entry[1].run();
    for (let i = 0; i < 5; i++) await Promise.resolve();
    return entry[1].ms;
  }
}

function follow() {
  const browser = new TestBrowser();
  const heard = {
    changes: [] as BookingSummary[],
    statuses: [] as string[],
    resets: 0,
    outages: 0,
  };
  const follower = new FeedFollower("start", {
    onChange: (summary) => heard.changes.push(summary),
    onOutages: () => heard.outages++,
    onBeat: () => {},
    onReset: () => heard.resets++,
    onStatus: (status) => heard.statuses.push(status),
  }, browser);
  follower.connect();
  return { browser, heard, follower };
}

Deno.test("the follower starts where the page was read and resumes after the last event it heard", async () => {
  const { browser, heard } = follow();
  assert.equal(browser.last.cursor, "start");
  browser.tell("booking", { summary: aRow(1) }, "c1");
  browser.tell("beat", { nowMs: 1, freeVehicles: 1 }, "c1");
  browser.tell("error");
  await browser.elapse();
  assert.equal(browser.last.cursor, "c1");
  assert.deepEqual(heard.changes.map((row) => row.id), ["B1"]);
  assert.equal(browser.opened[0]?.closed, true);
});

Deno.test("pauses double up to the longest, and a heard word makes them short again", async () => {
  const { browser } = follow();
  const pauses: number[] = [];
  for (let i = 0; i < 7; i++) {
    browser.tell("error");
    pauses.push(await browser.elapse());
  }
  assert.deepEqual(pauses, [1, 2, 4, 8, 16, 20, 20].map((seconds) => seconds * 1_000));
  assert.equal(Math.max(...pauses), LONGEST_PAUSE_MS);
  browser.tell("open");
  browser.tell("error");
  assert.equal(await browser.elapse(), 1_000);
});

Deno.test("a silent connection is given up after two beats", async () => {
  const { browser, heard } = follow();
  browser.tell("open");
  assert.equal(await browser.elapse(), SILENCE_MS);
  assert.deepEqual(heard.statuses, ["open", "lost"]);
  assert.equal(browser.opened[0]?.closed, true);
});

Deno.test("a finished session is recognised, and nothing is tried any more", async () => {
  const { browser, heard } = follow();
  browser.signedOut = true;
  for (let i = 0; i < 2; i++) {
    browser.tell("error");
    await browser.elapse();
  }
  assert.equal(heard.statuses.at(-1), "signed-out");
  assert.equal(browser.timers.size, 0);
});

Deno.test("words of a stream that was left are not heard", async () => {
  const { browser, heard } = follow();
  const old = browser.last;
  browser.tell("error");
  await browser.elapse();
  const data = JSON.stringify({ summary: aRow(1) });
  old.listeners.get("booking")?.(new MessageEvent("booking", { data, lastEventId: "old" }));
  old.listeners.get("error")?.(new MessageEvent("error"));
  assert.equal(heard.changes.length, 0);
  assert.equal(browser.opened.length, 2);
});

Deno.test("connect() while connected does nothing; after stop() it goes on from where it was", () => {
  const { browser, follower, heard } = follow();
  follower.connect();
  assert.equal(browser.opened.length, 1);
  browser.tell("reset", {}, "c9");
  follower.stop();
  assert.equal(browser.timers.size, 0);
  follower.connect();
  assert.equal(browser.last.cursor, "c9");
  assert.equal(heard.resets, 1);
});

Deno.test("a connection that never opens is given up like one that fell silent", async () => {
  const { browser, heard } = follow();
  assert.equal(await browser.elapse(), 35_000);
  assert.deepEqual(heard.statuses, ["lost"]);
  assert.equal(browser.opened[0]?.closed, true);
  await browser.elapse();
  assert.equal(browser.opened.length, 2);
});

Deno.test("a pause is between the half and the whole of what it may be", async () => {
  const { browser } = follow();
  browser.random = () => 0;
  browser.tell("error");
  assert.equal(await browser.elapse(), 500);
});

Deno.test("one break is no reason to ask whether the session is over; the second is", async () => {
  const { browser, heard } = follow();
  browser.signedOut = true;
  browser.tell("error");
  await browser.elapse();
  assert.equal(browser.opened.length, 2);
  browser.tell("error");
  await browser.elapse();
  assert.equal(browser.opened.length, 2);
  assert.deepEqual(heard.statuses, ["lost", "lost", "signed-out"]);
});

Deno.test("a vehicle that leaves traffic is heard of, and the follower resumes after it", async () => {
  const { browser, heard } = follow();
  browser.tell("outages", { at: "2026-11-23T05:00:00Z", vehicleId: "V01" }, "c7");
  assert.equal(heard.outages, 1);
  assert.deepEqual(heard.changes, []);
  browser.tell("error");
  await browser.elapse();
  assert.equal(browser.last.cursor, "c7");
});
