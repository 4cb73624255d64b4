import assert from "node:assert/strict";
import {
  dayWidth,
  firstX,
  HOUR_PX,
  hourMarks,
  isToday,
  xOf,
} from "../../../../lib/ui/operator/cars/scale.ts";
import { aCarDay, at } from "../../../support/cars.ts";

const DAY = aCarDay([]);
const day = (start: string, hours: number) => {
  const startMs = Date.parse(start);
  return { startMs, endMs: startMs + hours * 3_600_000, nowMs: startMs - 1 };
};

Deno.test("an hour is 133 pixels wide and a day 24 of them", () => {
  assert.equal(xOf(DAY, DAY.startMs + 3_600_000), 133);
  assert.equal(dayWidth(DAY), 24 * HOUR_PX);
});

Deno.test("what lies before or after the day stands at its edge", () => {
  assert.equal(xOf(DAY, DAY.startMs - 1), 0);
  assert.equal(xOf(DAY, DAY.endMs + 1), 24 * HOUR_PX);
});

Deno.test("on change nights an hour is missing, or stands there twice", () => {
  const spring = hourMarks(day("2026-03-28T23:00:00Z", 23)).map(({ time }) => time);
  assert.deepEqual([spring.length, spring.slice(0, 4)], [23, ["00:00", "01:00", "03:00", "04:00"]]);
  const autumn = hourMarks(day("2026-10-24T22:00:00Z", 25)).map(({ time }) => time);
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
