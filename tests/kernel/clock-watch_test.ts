// A clock that is set wrong is noticed; time that passes, in a running, sleeping or stopped machine, is not.
import assert from "node:assert/strict";
import { ClockWatch, MAX_JUMP_MS } from "../../lib/kernel/clock-watch.ts";

const HOUR_MS = 60 * 60_000;

function watched() {
  const now = { wall: Date.parse("2026-11-23T05:00:00Z"), steady: 12_345 };
  const watch = new ClockWatch({ wallMs: () => now.wall, steadyMs: () => now.steady });
  return { now, watch };
}

Deno.test("time that passes on both clocks is no jump, however long it is", () => {
  const { now, watch } = watched();
  for (const ms of [1, 1_000, HOUR_MS, 72 * HOUR_MS]) {
    now.wall += ms;
    now.steady += ms;
    assert.equal(watch.jumpMs(), 0);
    assert.equal(watch.isTrusted(), true);
  }
});

Deno.test("a clock set by more than five minutes, ahead or back, is doubtful until it is set right", () => {
  for (const jump of [MAX_JUMP_MS + 1, -MAX_JUMP_MS - 1, 72 * HOUR_MS, -72 * HOUR_MS]) {
    const { now, watch } = watched();
    now.wall += jump;
    assert.equal(watch.jumpMs(), jump);
    assert.equal(watch.isTrusted(), false);
    now.wall += HOUR_MS;
    now.steady += HOUR_MS;
    assert.equal(watch.isTrusted(), false, "waiting makes it no better");
    now.wall -= jump;
    assert.equal(watch.isTrusted(), true);
  }
});

Deno.test("a correction of a time server is no jump", () => {
  const { now, watch } = watched();
  now.wall += MAX_JUMP_MS;
  assert.equal(watch.isTrusted(), true);
});

Deno.test("this machine's clocks agree with each other", () => {
  const watch = new ClockWatch();
  assert(Math.abs(watch.jumpMs()) < 1_000);
  assert.equal(watch.isTrusted(), true);
});
