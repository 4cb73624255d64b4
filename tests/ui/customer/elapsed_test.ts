import assert from "node:assert/strict";
import { callAfter, sincePageMs } from "../../../lib/ui/customer/elapsed.ts";

Deno.test("sincePageMs() counts through a sleep, and a clock that is set back takes nothing away", () => {
  const clock = (now: number) => ({ now: () => now, timeOrigin: 1_000_000 });
  assert.equal(sincePageMs(clock(5_000), 1_005_000), 5_000);
  assert.equal(sincePageMs(clock(5_000), 1_905_000), 905_000, "asleep: one of the clocks stood");
  assert.equal(sincePageMs(clock(5_000), 400_000), 5_000, "set back");
});

Deno.test("callAfter() calls once, when the time has passed, also when the page was asleep till then", () => {
  let elapsed = 0;
  let calls = 0;
  const page = new EventTarget();
  callAfter(60_000, () => calls++, () => elapsed, page);
  const wake = () => page.dispatchEvent(new Event("visibilitychange"));
  elapsed = 60_000;
  wake();
  assert.equal(calls, 0, "the last moment still counts");
  elapsed = 3_600_000;
  wake();
  wake();
  assert.equal(calls, 1);
});

Deno.test("callAfter() that is stopped never calls", () => {
  let elapsed = 0;
  const page = new EventTarget();
  const stop = callAfter(10, () => assert.fail("called"), () => elapsed, page);
  stop();
  elapsed = 20;
  page.dispatchEvent(new Event("visibilitychange"));
});
