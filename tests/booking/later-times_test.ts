import assert from "node:assert/strict";
import { laterTimes } from "../../lib/booking/later-times.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import { fc } from "../support/property.ts";

const QUARTER = 15 * 60_000;
const CARS = [vehicleId("V01")];
const ASKED = Date.parse("2026-11-24T09:00:00Z");

/** Schedules in which only the pickups at these instants are free; a pickup is 15 minutes into its reservation. */
function freeAt(isFree: (pickupMs: number) => boolean) {
  const asked: number[] = [];
  return {
    asked,
    anyFree: (_: unknown, time: { startMs: number; endMs: number }) => {
      const pickupMs = time.startMs + QUARTER;
      asked.push(pickupMs);
      return Promise.resolve(isFree(pickupMs));
    },
  };
}

Deno.test("laterTimes() names the next three quarters of an hour after the time that was asked for, never that time itself", async () => {
  const found = await laterTimes(freeAt(() => true), CARS, ASKED, 900);
  assert.deepEqual(found, [
    "2026-11-24T09:15:00.000Z",
    "2026-11-24T09:30:00.000Z",
    "2026-11-24T09:45:00.000Z",
  ]);
});

Deno.test("laterTimes() offers a time on the quarter that follows when the wish lies between two", async () => {
  for (const offset of [1, 60_000, 7 * 60_000, QUARTER - 1]) {
    const [first] = await laterTimes(freeAt(() => true), CARS, ASKED + offset, 900);
    assert.equal(first, "2026-11-24T09:15:00.000Z", String(offset));
  }
});

Deno.test("laterTimes() is later than asked, in order, free, and at most three, whatever is free", async () => {
  const anyTime = fc.integer({ min: 0, max: 48 * 60 * 60_000 });
  const pattern = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 });
  await fc.assert(fc.asyncProperty(anyTime, pattern, async (offset, frees) => {
    const isFree = (ms: number) => frees[Math.abs(ms / QUARTER) % frees.length] === true;
    const found = await laterTimes(freeAt(isFree), CARS, ASKED + offset, 900);
    const times = found.map((time) => Date.parse(time));
    assert(times.length <= 3);
    assert(times.every((time) => time > ASKED + offset && time % QUARTER === 0 && isFree(time)));
    assert.deepEqual(times, [...new Set(times)].toSorted((a, b) => a - b));
  }));
});

Deno.test("laterTimes() looks twelve hours ahead and no further", async () => {
  const schedules = freeAt((ms) => ms === ASKED + 48 * QUARTER);
  const last = new Date(ASKED + 48 * QUARTER).toISOString();
  assert.deepEqual(await laterTimes(schedules, CARS, ASKED, 900), [last]);
  const beyond = freeAt((ms) => ms > ASKED + 48 * QUARTER);
  assert.deepEqual(await laterTimes(beyond, CARS, ASKED, 900), []);
  assert.equal(beyond.asked.length, 48);
});

Deno.test("laterTimes() asks for the whole stay: the ride with the time before and after it, and what a move frees", async () => {
  const calls: unknown[][] = [];
  const schedules = {
    anyFree: (...args: unknown[]) => {
      calls.push(args);
      return Promise.resolve(true);
    },
  };
  const freed = { bookingId: "B", vehicleId: vehicleId("V01"), startMs: 1, endMs: 2 };
  await laterTimes(schedules, CARS, ASKED, 1_800, { freed });
  const startMs = Date.parse("2026-11-24T09:00:00Z");
  const endMs = Date.parse("2026-11-24T09:55:00Z");
  assert.deepEqual(calls[0], [CARS, { startMs, endMs }, freed]);
});
