import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { estimateAcrossRim } from "../../lib/routing/city-estimate.ts";
import { isInCity, loadCityNetwork } from "../../lib/routing/city-network.ts";
import { estimateRoute } from "../../lib/routing/estimate-engine.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import type { Point } from "../../lib/places/place.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";
import { lineMeters } from "../../lib/places/great-circle.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";

const network = loadCityNetwork();
const map = { sweden: loadSweden(), network };
const LANDVETTER = { lat: 57.6685, lng: 12.2942 };
const OSTRA_HAMNGATAN = findPlace(loadPlaceIndex(), "street:ostra-hamngatan")!.point;
const BORAS = { lat: 57.7206, lng: 12.933 };
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
    const found = estimateAcrossRim(network, OSTRA_HAMNGATAN, BORAS, isInbound)!;
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

Deno.test("estimateAcrossRim() keeps a short trip over the rim short", () => {
  // 560 m as the crow flies, and the nearest end of a main road is several kilometres off.
  const [inside, outside] = [{ lat: 57.67, lng: 12 }, { lat: 57.665, lng: 12.004 }];
  const answer = estimateRoute(map, inside, outside);
  assert.ok(answer.ok && answer.route.distanceMeters < 1_500);
});

/** A pair of places 200 m apart around the rim, and trips to them from one stop in town. */
function* rimSteps(seed: number, count: number) {
  const random = repeatableRandom(seed);
  const engine = (from: Point, to: Point) =>
    isInCity(network, to) ? routeInCity(network, from, to) : estimateRoute(map, from, to);
  for (let left = count; left > 0;) {
    const place = { lat: 57.61 + random() * 0.19, lng: 11.76 + random() * 0.38 };
    const angle = random() * 2 * Math.PI;
    const next = {
      lat: place.lat + Math.sin(angle) * 200 / 111_195,
      lng: place.lng + Math.cos(angle) * 200 / 111_195 / 0.5345,
    };
    const from = { lat: 57.67 + random() * 0.06, lng: 11.93 + random() * 0.07 };
    const areInside = [place, next].map((point) => isInCity(network, point));
    if (areInside.every(Boolean) || !isInCity(network, from)) continue;
    const [a, b] = [engine(from, place), engine(from, next)];
    if (!a.ok || !b.ok) continue;
    left--;
    const meters = Math.abs(a.route.distanceMeters - b.route.distanceMeters);
    yield { meters, isOverRim: areInside.some(Boolean) };
  }
}

Deno.test("moving an end by 200 m beyond the rim never changes a trip by more than 500 m", () => {
  for (const seed of [5, 77]) {
    const steps = [...rimSteps(seed, 100)];
    const outside = steps.filter(({ isOverRim }) => !isOverRim);
    assert.ok(outside.length > 60);
    assert.deepEqual(outside.filter(({ meters }) => meters > 500), []);
    // On the rim itself a place may lie on a street that a river parts from the nearest other one.
    const jumps = steps.filter(({ meters }) => meters > 500).length;
    assert.ok(jumps <= 0.03 * steps.length, `${jumps} of ${steps.length}`);
  }
});

Deno.test("estimateRoute() with the network agrees with the plain estimate on long trips", () => {
  const withRoads = estimateRoute(map, OSTRA_HAMNGATAN, STOCKHOLM);
  const plain = estimateRoute({ sweden: map.sweden }, OSTRA_HAMNGATAN, STOCKHOLM);
  assert.ok(withRoads.ok && plain.ok);
  const ratio = withRoads.route.distanceMeters / plain.route.distanceMeters;
  assert.ok(ratio > 0.95 && ratio < 1.05, `${ratio}`);
});
