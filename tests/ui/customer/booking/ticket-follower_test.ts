import assert from "node:assert/strict";
import {
  FIRST_PAUSE_MS,
  type FollowerBrowser,
  type FollowerTimer,
  LONGEST_PAUSE_MS,
  SILENCE_MS,
  TicketFollower,
} from "../../../../lib/ui/customer/booking/ticket-follower.ts";

/** A browser whose timers run when the test says, with a server that answers `ask` as told. */
class FakeBrowser implements FollowerBrowser {
  opened: FakeSource[] = [];
  timer: { run: () => void; ms: number } | null = null;
  answer: number | null = null;
  asked = 0;

  open(): FakeSource {
    const source = new FakeSource();
    this.opened.push(source);
    return source;
  }
  ask(): Promise<number> {
    this.asked++;
    return this.answer === null ? Promise.reject(new TypeError("no network")) : Promise.resolve(
      this.answer,
    );
  }
  setTimer(run: () => void, ms: number): FollowerTimer {
    this.timer = { run, ms };
    const name = setTimeout(() => {}, 0);
    clearTimeout(name);
    return name;
  }
  clearTimer(): void {
    this.timer = null;
  }
  random(): number {
    return 1;
  }
  get source(): FakeSource {
    const source = this.opened.at(-1);
    assert(source !== undefined, "nothing was opened");
    return source;
  }
  /** Runs the timer and lets what it started come to rest. */
  async ring(): Promise<number> {
    const { timer } = this;
    assert(timer !== null, "no timer is set");
    this.timer = null;
    timer.run();
    for (let i = 0; i < 5; i++) await Promise.resolve();
    return timer.ms;
  }
}

class FakeSource {
  closed = false;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(type: string, data = "{}"): void {
    this.#listeners.get(type)?.(new MessageEvent(type, { data }));
  }
}

function followed() {
  const browser = new FakeBrowser();
  const told: (string | number)[] = [];
  const follower = new TicketFollower({
    onVersion: (version) => told.push(version),
    onHeard: () => told.push("heard"),
    onLost: () => told.push("lost"),
  }, browser);
  follower.connect();
  return { browser, told, follower };
}

Deno.test("versions and beats of the stream are told; a second connect opens no second stream", () => {
  const { browser, told, follower } = followed();
  follower.connect();
  assert.equal(browser.opened.length, 1);
  browser.source.say("version", '{"version":3}');
  browser.source.say("beat");
  assert.deepEqual(told, ["heard", 3, "heard"]);
  assert.equal(browser.timer?.ms, SILENCE_MS);
});

Deno.test("a stream that fails is left, and the version asked for until one comes back", async () => {
  const { browser, told } = followed();
  browser.source.say("error");
  assert.equal(browser.source.closed, true);
  browser.answer = 4;
  assert.equal(await browser.ring(), FIRST_PAUSE_MS);
  assert.deepEqual(told, ["heard", 4]);
  assert.equal(browser.opened.length, 2);
  browser.source.say("error");
  assert.equal(await browser.ring(), FIRST_PAUSE_MS * 2);
  assert.deepEqual([browser.asked, browser.opened.length], [2, 3]);
  browser.source.say("version", '{"version":5}');
  browser.source.say("error");
  assert.equal(browser.timer?.ms, FIRST_PAUSE_MS, "a stream that spoke starts the pauses anew");
});

Deno.test("silence counts as failure, and pauses grow no longer than the longest", async () => {
  const { browser, told } = followed();
  assert.equal(await browser.ring(), SILENCE_MS);
  const pauses: number[] = [];
  for (let i = 0; i < 6; i++) {
    pauses.push(await browser.ring());
    browser.source.say("error");
  }
  assert.deepEqual(pauses, [2_000, 4_000, 8_000, 16_000, 20_000, LONGEST_PAUSE_MS]);
  assert.deepEqual(new Set(told), new Set(["lost"]));
});

Deno.test("who was left says nothing more, and whoever stopped is not called again", async () => {
  const { browser, told, follower } = followed();
  const [first] = browser.opened;
  first?.say("error");
  browser.answer = 2;
  await browser.ring();
  told.length = 0;
  first?.say("version", '{"version":9}');
  assert.deepEqual(told, []);
  follower.stop();
  assert.equal(browser.timer, null);
  assert.equal(browser.source.closed, true);
  follower.connect();
  assert.equal(browser.opened.length, 2);
});
