import assert from "node:assert/strict";
import {
  along,
  dayWidth,
  firstX,
  hourMarks,
  isToday,
  SCALES,
  xOf,
} from "../../../../lib/ui/operator/cars/scale.ts";
import { aCarDay, at } from "../../../support/cars.ts";

const DAY = { ...aCarDay([]), ...SCALES["8"] };
const HOUR_PX = 133;
const times = (one: Parameters<typeof hourMarks>[0]) => hourMarks(one).map(({ time }) => time);
const day = (start: string, hours: number) => {
  const startMs = Date.parse(start);
  return { ...SCALES["8"], startMs, endMs: startMs + hours * 3_600_000, nowMs: startMs - 1 };
};

Deno.test("nearer an hour is twice as wide and its half is named; of the whole day every second hour is", () => {
  const near = { ...DAY, ...SCALES["4"] };
  assert.equal(xOf(near, DAY.startMs + 3_600_000), 2 * HOUR_PX);
  assert.deepEqual(times(near).slice(0, 3), ["00:00", "00:30", "01:00"]);
  const far = { ...DAY, ...SCALES.day };
  assert.deepEqual([times(far).length, ...times(far).slice(0, 2)], [12, "00:00", "02:00"]);
});

Deno.test("in the whole day a place is a share of it, else it is in pixels", () => {
  const far = { ...DAY, ...SCALES.day };
  assert.equal(along(far, xOf(far, DAY.startMs + 6 * 3_600_000)), "25%");
  assert.equal(along(far, dayWidth(far)), "100%");
  assert.equal(along(DAY, HOUR_PX), HOUR_PX);
});

Deno.test("an hour is 133 pixels wide and a day 24 of them", () => {
  assert.equal(xOf(DAY, DAY.startMs + 3_600_000), 133);
  assert.equal(dayWidth(DAY), 24 * HOUR_PX);
});

Deno.test("what lies before or after the day stands at its edge", () => {
  assert.equal(xOf(DAY, DAY.startMs - 1), 0);
  assert.equal(xOf(DAY, DAY.endMs + 1), 24 * HOUR_PX);
});

Deno.test("on change nights an hour is missing, or stands there twice", () => {
  const spring = times(day("2026-03-28T23:00:00Z", 23));
  assert.deepEqual([spring.length, spring.slice(0, 4)], [23, ["00:00", "01:00", "03:00", "04:00"]]);
  const autumn = times(day("2026-10-24T22:00:00Z", 25));
  assert.deepEqual([autumn.length, autumn.slice(1, 5)], [25, ["01:00", "02:00", "02:00", "03:00"]]);
});

Deno.test("today begins an hour before now, at a half hour", () => {
  assert.equal(firstX(DAY, []), 5.5 * HOUR_PX);
  assert.equal(firstX({ ...DAY, nowMs: DAY.startMs + 60_000 }, []), 0);
});

Deno.test("another day begins at its first pickup, at five o'clock at the latest", () => {
  const tomorrow = { ...DAY, nowMs: DAY.startMs - 1 };
  assert.equal(isToday(tomorrow), false);
  assert.equal(firstX(tomorrow, [at(0)]), 5 * HOUR_PX);
  assert.equal(firstX(tomorrow, [DAY.startMs + 95 * 60_000, at(0)]), 1.5 * HOUR_PX);
  assert.equal(firstX(tomorrow, [DAY.startMs - 60_000]), 5 * HOUR_PX);
});
