import assert from "node:assert/strict";
import {
  FAILURES_IN_A_ROW,
  MANY_CALLS,
  VolumeBreaker,
  WINDOW_MS,
} from "../../lib/resilience/volume-breaker.ts";

/** A breaker under a clock one can turn, and what it says to calls: `+` answered, `-` failed. */
function aBreaker() {
  const clock = { ms: 0 };
  const breaker = new VolumeBreaker(() => clock.ms);
  const hears = (calls: string) =>
    [...calls].map((call) => call === "+" ? (breaker.success(), false) : breaker.failure());
  return { breaker, clock, hears };
}

Deno.test("a few failures between answers open nothing, three in a row do", () => {
  const { hears } = aBreaker();
  assert.ok(hears("--+--+--+").every((opens) => !opens));
  assert.deepEqual(hears("-".repeat(FAILURES_IN_A_ROW)), [false, false, true]);
});

Deno.test("of many calls half must fail, however they are spread", () => {
  const half = aBreaker();
  const calls = half.hears("-+".repeat(MANY_CALLS / 2) + "-");
  assert.equal(calls.at(-1), true);
  assert.ok(calls.slice(0, -1).every((opens) => !opens));
  const less = aBreaker();
  assert.ok(less.hears("-++".repeat(MANY_CALLS)).every((opens) => !opens));
});

Deno.test("what is older than the window counts no more", () => {
  const { hears, clock } = aBreaker();
  hears("-+".repeat(MANY_CALLS / 2 - 1));
  clock.ms = WINDOW_MS;
  assert.deepEqual(hears("+-+-"), [false, false, false, false]);
});

Deno.test("what recovered starts anew", () => {
  const { breaker, hears } = aBreaker();
  hears("--");
  breaker.reset();
  assert.deepEqual(hears("--"), [false, false]);
});
