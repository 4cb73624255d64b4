import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { estimateAcrossRim } from "../../lib/routing/city-estimate.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { estimateRoute } from "../../lib/routing/estimate-engine.ts";
import { lineMeters } from "../../lib/places/great-circle.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";

const network = loadCityNetwork();
const map = { sweden: loadSweden(), network };
const LANDVETTER = { lat: 57.6685, lng: 12.2942 };
const OSTRA_HAMNGATAN = findPlace(loadPlaceIndex(), "street:ostra-hamngatan")!.point;
const STOCKHOLM = { lat: 59.33, lng: 18.058 };

for (
  const [title, from, to] of [
    ["from Landvetter to Östra Hamngatan", LANDVETTER, OSTRA_HAMNGATAN],
    ["from Östra Hamngatan to Landvetter", OSTRA_HAMNGATAN, LANDVETTER],
  ] as const
) {
  Deno.test(`estimateRoute() gives 24–26 km and 24–30 min ${title}, along roads in the city`, () => {
    const answer = estimateRoute(map, from, to);
    assert.ok(answer.ok);
    const { distanceMeters, durationSeconds, geometry, engine, isEstimate } = answer.route;
    assert.ok(distanceMeters > 24_000 && distanceMeters < 26_500, `${distanceMeters} m`);
    assert.ok(durationSeconds > 24 * 60 && durationSeconds < 30 * 60, `${durationSeconds} s`);
    assert.deepEqual([engine, isEstimate], ["estimate", true]);
    const points = decodePolyline(geometry);
    assert.ok(points.length > 50, "the line follows the city's roads");
    assert.ok(lineMeters(points) < distanceMeters, "the straight part is shorter than its road");
    assert.deepEqual(from === LANDVETTER ? points[0] : points.at(-1), LANDVETTER);
  });
}

Deno.test("estimateAcrossRim() leaves by ways out and comes in by ways in", () => {
  const nodes = (isInbound: boolean) => {
    const found = estimateAcrossRim(network, OSTRA_HAMNGATAN, STOCKHOLM, isInbound)!;
    const at = isInbound ? 1 : -2;
    return `${found.line.lats.at(at)},${found.line.lngs.at(at)}`;
  };
  const { graph } = network;
  const keys = (gates: { node: number }[]) =>
    gates.map(({ node }) => `${graph.nodeLat[node]},${graph.nodeLng[node]}`);
  assert.ok(keys(network.waysOut).includes(nodes(false)));
  assert.ok(keys(network.waysIn).includes(nodes(true)));
});

Deno.test("estimateAcrossRim() has nothing to say when the inner end is off the network", () => {
  assert.equal(estimateAcrossRim(network, LANDVETTER, STOCKHOLM, false), undefined);
});

Deno.test("estimateAcrossRim() leaves a short trip over the rim to the plain estimate", () => {
  // 560 m as the crow flies, but the nearest gate would make it several kilometres.
  const [inside, outside] = [{ lat: 57.67, lng: 12 }, { lat: 57.665, lng: 12.004 }];
  assert.equal(estimateAcrossRim(network, inside, outside, false), undefined);
  const answer = estimateRoute(map, inside, outside);
  assert.ok(answer.ok && answer.route.distanceMeters < 1_500);
});

Deno.test("estimateRoute() with the network agrees with the plain estimate on long trips", () => {
  const withRoads = estimateRoute(map, OSTRA_HAMNGATAN, STOCKHOLM);
  const plain = estimateRoute({ sweden: map.sweden }, OSTRA_HAMNGATAN, STOCKHOLM);
  assert.ok(withRoads.ok && plain.ok);
  const ratio = withRoads.route.distanceMeters / plain.route.distanceMeters;
  assert.ok(ratio > 0.95 && ratio < 1.05, `${ratio}`);
});
