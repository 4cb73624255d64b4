import assert from "node:assert/strict";
import { zoneContains, zonesAt } from "../../lib/pricing/zone-rules.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { POINTS } from "../support/pricing.ts";

Deno.test("A circle holds points up to its radius", () => {
  const circle = {
    shape: { kind: "circle", center: { lat: 57.7, lng: 12 }, radiusMeters: 1_000 },
  } as const;
  // One degree of latitude is 111.2 km: 0.0089° ≈ 990 m, 0.0091° ≈ 1 012 m.
  assert.equal(zoneContains(circle, { lat: 57.7089, lng: 12 }), true);
  assert.equal(zoneContains(circle, { lat: 57.7091, lng: 12 }), false);
  // A degree of longitude is only 59.4 km here.
  assert.equal(zoneContains(circle, { lat: 57.7, lng: 12.0165 }), true);
  assert.equal(zoneContains(circle, { lat: 57.7, lng: 12.0172 }), false);
});

Deno.test("A polygon with a dent does not hold the points in the dent", () => {
  const points = [[0, 0], [10, 0], [10, 10], [5, 5], [0, 10]].map(([lat, lng]) => ({
    lat: lat!,
    lng: lng!,
  }));
  for (const turned of [points, points.toReversed()]) {
    const zone = { shape: { kind: "polygon" as const, points: turned } };
    assert.equal(zoneContains(zone, { lat: 5, lng: 2 }), true);
    assert.equal(zoneContains(zone, { lat: 5, lng: 8 }), false);
    assert.equal(zoneContains(zone, { lat: 9, lng: 8 }), true);
    assert.equal(zoneContains(zone, { lat: 11, lng: 2 }), false);
  }
});

Deno.test("The demo zones know the airport, the centre and what is neither", () => {
  const { zones } = DEMO_TARIFF_2026;
  assert.deepEqual([...zonesAt(zones, POINTS.landvetter)], ["landvetter"]);
  assert.deepEqual([...zonesAt(zones, POINTS.centrum)], ["goteborg-centrum"]);
  assert.deepEqual([...zonesAt(zones, { lat: 57.7089, lng: 11.9735 })], ["goteborg-centrum"]);
  assert.deepEqual([...zonesAt(zones, POINTS.frolunda)], []);
  assert.deepEqual([...zonesAt(zones, POINTS.vinga)], []);
});
