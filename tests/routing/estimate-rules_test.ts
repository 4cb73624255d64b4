import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { estimateOnward, estimateTrip } from "../../lib/routing/estimate-rules.ts";

const meters = fc.double({ min: 1, max: 1_600_000, noNaN: true });

for (const rule of [estimateTrip, estimateOnward]) {
  Deno.test(`${rule.name}() says more metres and more seconds for a longer trip`, () => {
    fc.assert(fc.property(meters, meters, (a, b) => {
      const [short, long] = [rule(Math.min(a, b)), rule(Math.max(a, b))];
      assert.ok(short.distanceMeters <= long.distanceMeters + 1e-6);
      assert.ok(short.durationSeconds <= long.durationSeconds + 1e-6);
    }));
  });

  Deno.test(`${rule.name}() stays between the straight line and one and a half of it, 18 to 93 km/h`, () => {
    fc.assert(fc.property(meters, (straight) => {
      const { distanceMeters, durationSeconds } = rule(straight);
      assert.ok(distanceMeters >= straight && distanceMeters <= 1.5 * straight);
      const kmh = distanceMeters / durationSeconds * 3.6;
      assert.ok(kmh > 17.9 && kmh < 93.1, `${kmh} km/h`);
    }));
  });
}

Deno.test("estimateTrip() is zero for no distance", () => {
  assert.deepEqual(estimateTrip(0), { distanceMeters: 0, durationSeconds: 0 });
});
