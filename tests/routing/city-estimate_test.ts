import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { estimateAcrossRim } from "../../lib/routing/city-estimate.ts";
import { isInCity, loadCityNetwork } from "../../lib/routing/city-network.ts";
import { estimateRoute } from "../../lib/routing/estimate-engine.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";
import { isOpen } from "../../lib/routing/way-round.ts";
import { createRoutingEngine } from "../../lib/routing/choose-engine.ts";
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

/** A pair of places 200 m apart around the rim with no water between, and trips to them from one stop in town. */
async function rimSteps(seed: number, count: number) {
  const random = repeatableRandom(seed);
  const engine = createRoutingEngine(map);
  const steps: { meters: number; offRoadMeters: number; isOverRim: boolean; at: string }[] = [];
  while (steps.length < count) {
    const place = { lat: 57.61 + random() * 0.19, lng: 11.76 + random() * 0.38 };
    const angle = random() * 2 * Math.PI;
    const next = {
      lat: place.lat + Math.sin(angle) * 200 / 111_195,
      lng: place.lng + Math.cos(angle) * 200 / 111_195 / 0.5345,
    };
    const from = { lat: 57.67 + random() * 0.06, lng: 11.93 + random() * 0.07 };
    const snaps = [place, next].map((point) => snapToRoad(network.grid, point));
    if (snaps.every(Boolean) || !isInCity(network, from) || !isOpen(place, next)) continue;
    const [a, b] = [await engine.route(from, place), await engine.route(from, next)];
    if (!a.ok || !b.ok) continue;
    steps.push({
      meters: Math.abs(a.route.distanceMeters - b.route.distanceMeters),
      offRoadMeters: Math.max(...snaps.map((snap) => snap?.meters ?? 0)),
      isOverRim: snaps.some(Boolean),
      at: `${place.lat},${place.lng} to ${next.lat},${next.lng}`,
    });
  }
  return steps;
}

for (const seed of [5, 77, 1_234]) {
  Deno.test(`moving an end by 200 m beyond the rim never changes a trip by more than 500 m, over it hardly ever (${seed})`, async () => {
    const steps = await rimSteps(seed, 150);
    const [over, beyond] = [true, false].map((isOverRim) =>
      steps.filter((step) => step.isOverRim === isOverRim)
    );
    assert.ok(over!.length > 1 && beyond!.length > 100, `${over!.length}`);
    assert.deepEqual(beyond!.filter(({ meters }) => meters > 500), []);
    // A stop in the city starts at its road; the way to that is no part of this room.
    const jumps = over!.filter(({ meters, offRoadMeters }) => meters > 500 + offRoadMeters);
    assert.ok(jumps.length <= 0.01 * steps.length, JSON.stringify(jumps));
  });
}

Deno.test("estimateRoute() with the network agrees with the plain estimate on long trips", () => {
  const withRoads = estimateRoute(map, OSTRA_HAMNGATAN, STOCKHOLM);
  const plain = estimateRoute({ sweden: map.sweden }, OSTRA_HAMNGATAN, STOCKHOLM);
  assert.ok(withRoads.ok && plain.ok);
  const ratio = withRoads.route.distanceMeters / plain.route.distanceMeters;
  assert.ok(ratio > 0.95 && ratio < 1.05, `${ratio}`);
});
