import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { daytimeSeconds, TOWN_FACTOR } from "../../lib/routing/time-scale.ts";

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
