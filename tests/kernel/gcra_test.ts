import assert from "node:assert/strict";
import { MAX_CLOCK_DIFFERENCE_MS, type Pace, paced, windowMs } from "../../lib/kernel/gcra.ts";
import { fc } from "../support/property.ts";

const PACE: Pace = { burst: 5, everyMs: 1_000 };

/** Asks at each of some times, and says when it was allowed. */
function allowedAt(pace: Pace, times: readonly number[], step = paced): number[] {
  let kept: number | null = null;
  return times.filter((nowMs) => {
    const one = step(pace, kept, nowMs);
    if (one.isAllowed) kept = one.fullAtMs;
    return one.isAllowed;
  });
}

/** True when no stretch of time has more than a burst and what came back in it. */
function keepsPace(pace: Pace, allowed: readonly number[]): boolean {
  return allowed.every((from, i) =>
    allowed.slice(i).every((to, j) => j + 1 <= pace.burst + (to - from) / pace.everyMs)
  );
}

Deno.test("five at once, the sixth waits a second, and after five seconds there are five again", () => {
  let kept: number | null = null;
  for (let left = 4; left >= 0; left--) {
    const one = paced(PACE, kept, 0);
    assert.deepEqual(one, { isAllowed: true, fullAtMs: (5 - left) * 1_000, left, waitMs: 0 });
    kept = one.fullAtMs;
  }
  assert.deepEqual(paced(PACE, kept, 0), {
    isAllowed: false,
    fullAtMs: 5_000,
    left: 0,
    waitMs: 1_000,
  });
  assert.equal(paced(PACE, kept, 999).waitMs, 1);
  assert.equal(paced(PACE, kept, 1_000).isAllowed, true);
  assert.equal(paced(PACE, kept, 5_000).left, 4);
});

Deno.test("whatever is asked when, no stretch of time has more than a burst and what came back in it", () => {
  const steps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 });
  const pace = fc.record({
    burst: fc.integer({ min: 1, max: 8 }),
    everyMs: fc.integer({ min: 1, max: 2_000 }),
  });
  fc.assert(fc.property(pace, steps, (pace, steps) => {
    let nowMs = 0;
    const times = steps.map((step) => nowMs += step);
    assert(keepsPace(pace, allowedAt(pace, times)));
  }));
});

Deno.test("whoever keeps to the pace is never refused", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), (everyMs) => {
    const times = Array.from({ length: 50 }, (_, i) => i * everyMs);
    assert.equal(allowedAt({ burst: 1, everyMs }, times).length, 50);
  }));
});

Deno.test("the same property sees a window that starts anew, which lets two bursts through at its edge", () => {
  const fixedWindow: typeof paced = (pace, kept, nowMs) => {
    const window = Math.floor(nowMs / windowMs(pace));
    const [at, count] = kept === null ? [window, 0] : [Math.floor(kept / 100), kept % 100];
    const used = at === window ? count : 0;
    const isAllowed = used < pace.burst;
    return { isAllowed, fullAtMs: window * 100 + used + 1, left: 0, waitMs: 0 };
  };
  const times = [4_990, 4_991, 4_992, 4_993, 4_994, 5_000, 5_001, 5_002, 5_003, 5_004];
  assert.equal(keepsPace(PACE, allowedAt(PACE, times, fixedWindow)), false);
  assert.equal(keepsPace(PACE, allowedAt(PACE, times)), true);
});

Deno.test("a clock that is set, forth or back, gives one burst too many at most and shuts nobody out", () => {
  const hour = 60 * 60_000;
  const used = paced(PACE, null, hour).fullAtMs + 4_000;
  assert.equal(paced(PACE, used, hour).isAllowed, false);
  assert.equal(paced(PACE, used, 2 * hour).left, 4);
  assert.equal(paced(PACE, used, 0).left, 4);
  // Two machines whose clocks differ by less than a minute count together.
  assert.equal(paced(PACE, used, hour - MAX_CLOCK_DIFFERENCE_MS).isAllowed, false);
});
