import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import {
  daytimeSeconds,
  seenFromTrip,
  TOWN_FACTOR,
  townShare,
} from "../../lib/routing/time-scale.ts";

Deno.test("daytimeSeconds() takes a third longer in town and as long as an empty road in the country", () => {
  assert.equal(daytimeSeconds(600, 5_000), 600 * TOWN_FACTOR);
  assert.equal(daytimeSeconds(6_000, 142_000), 6_000);
});

Deno.test("daytimeSeconds() never says less for a longer way at the same speed", () => {
  const meters = fc.double({ min: 0, max: 200_000, noNaN: true });
  fc.assert(fc.property(meters, meters, (a, b) => {
    const [near, far] = [Math.min(a, b), Math.max(a, b)];
    assert.ok(daytimeSeconds(near / 20, near) <= daytimeSeconds(far / 20, far) + 1e-9);
  }));
});

Deno.test("seenFromTrip() gives a way through town the time OSRM's would be given on the same trip", () => {
  for (const meters of [2_000, 10_000, 18_000, 40_000, 90_000]) {
    const theirs = meters / 12;
    assert.ok(
      Math.abs(seenFromTrip(theirs * TOWN_FACTOR, meters) - daytimeSeconds(theirs, meters)) < 1e-6,
    );
  }
});

Deno.test("townShare() fades from 10 to 60 km", () => {
  assert.deepEqual([0, 10_000, 35_000, 60_000, 500_000].map(townShare), [1, 1, 0.5, 0, 0]);
});
