// Figures of old years: no group of fewer than ten rides is ever kept, whatever the rides are.
import assert from "node:assert/strict";
import { fc } from "../support/property.ts";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import {
  type CountedRide,
  countRide,
  LEAST_RIDES,
  type RideGroup,
  safeGroups,
} from "../../lib/retention/ride-statistics-rules.ts";

const ride = fc.record({
  wallTime: fc.integer({ min: 1, max: 12 })
    .map((month) => `2018-${String(month).padStart(2, "0")}-07T09:00`),
  vehicleClass: fc.constantFrom(...VEHICLE_CLASSES),
  passengers: fc.integer({ min: 1, max: 8 }),
  distanceMeters: fc.integer({ min: 1, max: 90_000 }),
  totalOre: fc.integer({ min: 1, max: 900_000 }),
  status: fc.constantFrom("completed", "cancelled", "no-show", "expired"),
});

Deno.test("every group has ten rides or more, and nothing is lost unless all of the year are fewer", () => {
  fc.assert(
    fc.property(fc.array(ride, { maxLength: 200 }), (rides) => {
      const { groups, isIncomplete } = safeGroups(counted(rides));
      for (const group of groups) assert.ok(group.rides >= LEAST_RIDES, JSON.stringify(group));
      const total = groups.reduce((sum, group) => sum + group.rides, 0);
      const isFew = rides.length > 0 && rides.length < LEAST_RIDES;
      assert.equal(total, isFew ? 0 : rides.length);
      assert.equal(isIncomplete, isFew);
      const ore = groups.reduce((sum, { totalOre }) => sum + totalOre, 0);
      assert.equal(ore, isFew ? 0 : rides.reduce((sum, { totalOre }) => sum + totalOre, 0));
    }),
    { numRuns: 500 },
  );
});

Deno.test("ten rides of a month and a class are a group of their own, nine join the class", () => {
  const of = (month: string, count: number) => Array.from({ length: count }, () => aRide(month));
  assert.deepEqual(monthsOf([...of("04", 10), ...of("05", 10)]), ["2018-04", "2018-05"]);
  assert.deepEqual(monthsOf([...of("04", 9), ...of("05", 9)]), [""]);
});

Deno.test("a rest that stays small takes the smallest group in: no sum from elsewhere tells it", () => {
  const many = Array.from({ length: 12 }, () => aRide("04"));
  const { groups } = safeGroups(counted([...many, aRide("05")]));
  assert.deepEqual(groups.map(({ rides, month }) => [rides, month]), [[13, ""]]);
});

function monthsOf(rides: readonly CountedRide[]): string[] {
  return safeGroups(counted(rides)).groups.map(({ month }) => month);
}

function aRide(month: string): CountedRide {
  return {
    wallTime: `2018-${month}-07T09:00`,
    vehicleClass: "standard",
    passengers: 1,
    distanceMeters: 1_000,
    totalOre: 10_000,
    status: "completed",
  };
}

function counted(rides: readonly CountedRide[]): RideGroup[] {
  const groups = new Map<string, RideGroup>();
  for (const one of rides) countRide(groups, one);
  return [...groups.values()];
}
