import assert from "node:assert/strict";
import { MAX_QUOTED_LINE, quotedRoute } from "../../lib/pricing/quoted-route.ts";
import { decodePolyline, encodePolyline } from "../../lib/places/polyline.ts";
import { aRoute } from "../support/pricing.ts";
import { fc } from "../support/property.ts";

const line = (points: number) =>
  Array.from({ length: points }, (_, i) => ({
    lat: Math.round((55.6 + (i * 12) / points) * 1e5) / 1e5,
    lng: Math.round((13 + 3 * Math.sin(i)) * 1e5) / 1e5,
  }));

Deno.test("quotedRoute() leaves a line that fits as it is", () => {
  const route = aRoute({ geometry: encodePolyline(line(600)) });
  assert.ok(route.geometry.length <= MAX_QUOTED_LINE);
  assert.equal(quotedRoute(route), route);
});

Deno.test("quotedRoute() thins a longer line until it fits, keeps its ends and changes nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40_000 }), (count) => {
      const points = line(count);
      const route = aRoute({ geometry: encodePolyline(points) });
      const kept = quotedRoute(route);

      assert.ok(kept.geometry.length <= MAX_QUOTED_LINE);
      assert.deepEqual({ ...kept, geometry: route.geometry }, route);
      const stored = decodePolyline(kept.geometry);
      assert.deepEqual([stored[0], stored.at(-1)], [points[0], points.at(-1)]);
    }),
    { numRuns: 30 },
  );
});
