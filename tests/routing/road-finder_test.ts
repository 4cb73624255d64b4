import assert from "node:assert/strict";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createRoadFinder, NO_ROADS } from "../../lib/routing/road-finder.ts";

const roads = createRoadFinder(loadCityNetwork());

Deno.test("nearest() gives the point on the road a car can stop on, and how far it is", () => {
  const point = { lat: 57.682, lng: 11.943 };
  const found = roads.nearest(point);
  assert.ok(found.kind === "road");
  assert.ok(Math.abs(greatCircleMeters(point, found.point) - found.meters) < 1);
  const on = roads.nearest(found.point);
  assert.ok(on.kind === "road" && on.meters < 1);
});

Deno.test("nearest() knows that there is no road in the woods of the town", () => {
  for (const [lat, lng] of [[57.6921, 12.0235], [57.6837, 12.03823]] as const) {
    assert.deepEqual(roads.nearest({ lat, lng }), { kind: "none" });
  }
});

Deno.test("nearest() does not know the roads beyond the rim of the map", () => {
  // Torslanda, Mölnlycke, two woods by the rim with roads on some of their sides, Stockholm.
  const beyond = [[57.722, 11.77], [57.658, 12.12], [57.7, 12.06], [57.689, 12.045], [
    59.33,
    18.06,
  ]];
  for (const [lat = 0, lng = 0] of beyond) {
    assert.deepEqual(roads.nearest({ lat, lng }), { kind: "unknown" });
  }
  assert.deepEqual(NO_ROADS.nearest({ lat: 57.7, lng: 11.97 }), { kind: "unknown" });
});
