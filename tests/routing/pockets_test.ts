import assert from "node:assert/strict";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { routeInCity } from "../../lib/routing/goteborg-engine.ts";
import { OPENNESS } from "../../lib/routing/openness.ts";
import { findPockets, nodePockets } from "../../lib/routing/pockets.ts";
import { GRAPH_FACTOR } from "../../lib/routing/road-graph.ts";
import { findPath } from "../../lib/routing/shortest-path.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";
import { arrivals, departures } from "../../lib/routing/trip-ends.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";

const network = loadCityNetwork();
const { graph, grid } = network;

Deno.test("findPockets() numbers what hangs together beside the roads that lead through", () => {
  // Street 0–1–2; a yard 1–3–4 with a lane 4–2, a second yard 0–5, and a lane 0–1 beside the street.
  const from = Int32Array.of(0, 1, 1, 3, 4, 0, 0);
  const to = Int32Array.of(1, 2, 3, 4, 2, 5, 1);
  const pocket = findPockets(6, { from, to, isThrough: Uint8Array.of(1, 1, 0, 0, 0, 0, 0) });
  assert.deepEqual([...pocket], [0, 0, 1, 1, 1, 2, 3]);
  assert.deepEqual([...nodePockets(6, { from, to, pocket })], [0, 0, 0, 1, 1, 2]);
});

Deno.test("a trip drives in the yards and closed streets it begins or ends in, and through no other", () => {
  const random = repeatableRandom(27);
  const point = () => ({ lat: 57.65 + random() * 0.105, lng: 11.86 + random() * 0.2 });
  let inPockets = 0;
  for (let run = 0; run < 600; run++) {
    const [start, end] = [snapToRoad(grid, point()), snapToRoad(grid, point())];
    if (!start || !end) continue;
    const path = findPath(graph, departures(graph, start), arrivals(graph, end))!;
    const driven = path.arcs.map((arc) => graph.pocket[graph.forward.stretch[arc]!]!);
    const own = [0, graph.pocket[start.stretch], graph.pocket[end.stretch]];
    assert.deepEqual(driven.filter((pocket) => !own.includes(pocket)), []);
    inPockets += driven.filter((pocket) => pocket !== 0).length;
  }
  assert.ok(inPockets > 200, `${inPockets}`);
});

Deno.test("every yard and every street for those with business there lies in a pocket, every cemetery too", () => {
  for (let s = 0; s < graph.from.length; s++) {
    if (graph.openness[s] !== OPENNESS.public) assert.notEqual(graph.pocket[s], 0);
  }
  for (const point of KVIBERG_CEMETERY) {
    const road = nearestRoad(point);
    assert.ok(road.meters < 3, JSON.stringify([point, road]));
    assert.equal(graph.openness[road.stretch], OPENNESS.destination);
  }
});

Deno.test("no trip drives through Kvibergs kyrkogård", () => {
  const ends: [Point, Point][] = [
    [{ lat: 57.740315, lng: 12.017438 }, { lat: 57.701489, lng: 11.953292 }],
    [{ lat: 57.7421, lng: 12.0147 }, { lat: 57.7340, lng: 12.0240 }],
    [{ lat: 57.7340, lng: 12.0240 }, { lat: 57.7421, lng: 12.0147 }],
  ];
  for (const [from, to] of ends) {
    const answer = routeInCity(network, from, to);
    assert.ok(answer.ok);
    for (const point of decodePolyline(answer.route.geometry)) {
      const { stretch, meters } = nearestRoad(point);
      const isCemetery = meters < 1 &&
        KVIBERG_CEMETERY.some((way) => nearestRoad(way).stretch === stretch);
      assert.ok(!isCemetery, JSON.stringify([from, to, point]));
    }
  }
});

/** Middles of the ways of Kvibergs kyrkogård: way/131586676, 131586678, 131587381, 131661967, 257565804. */
const KVIBERG_CEMETERY: Point[] = [
  { lat: 57.740422, lng: 12.018321 },
  { lat: 57.736469, lng: 12.021999 },
  { lat: 57.737766, lng: 12.015878 },
  { lat: 57.736644, lng: 12.018486 },
  { lat: 57.737352, lng: 12.01958 },
];

/** Middles of ways that are not ours at every hour, or not at all, with the tag that says so. */
const LEFT_OUT: [way: string, tag: string, lat: number, lng: number][] = [
  ["Södra Hamngatan", "access:conditional=no @ 00:00-04:00", 57.70565, 11.963087],
  ["Södra Hamngatan", "access:conditional=no @ 00:00-04:00", 57.706199, 11.966665],
  ["Östra Larmgatan", "access:car=no:(11:00-24:00)", 57.705274, 11.971273],
  ["Kvarnbergsgatan", "opening_hours=Mo-Fr 08:00-17:00", 57.708612, 11.963112],
  ["Nordstans lastgata", "access=delivery", 57.710307, 11.966789],
];

for (const [way, tag, lat, lng] of LEFT_OUT) {
  Deno.test(`${way} at ${lat},${lng} is no road of ours: ${tag}`, () => {
    const { meters } = nearestRoad({ lat, lng });
    assert.ok(meters > 3, `${meters}`);
  });
}

/** Middles of ways one may drive into for a stop there, and what the map says of them. */
const FOR_STOPS: [way: string, tag: string, lat: number, lng: number, isPrivate: boolean][] = [
  ["Ryavägen", "access=private", 57.69066, 11.888474, true],
  ["a road at Kviberg", "motor_vehicle=private", 57.737871, 12.042088, true],
  ["Björngårdsvägen", "motor_vehicle=destination", 57.686633, 11.945356, false],
  ["a road at Delsjön", "access=customers", 57.70306, 12.030332, false],
];

for (const [way, tag, lat, lng, isPrivate] of FOR_STOPS) {
  Deno.test(`${way} is for trips that begin or end there: ${tag}`, () => {
    const snap = snapToRoad(grid, { lat, lng });
    assert.ok(snap && snap.meters < 3, JSON.stringify(snap));
    assert.equal(graph.openness[snap.stretch], OPENNESS.destination);
    assert.equal(graph.isPrivate[snap.stretch] === 1, isPrivate);
    assert.notEqual(graph.pocket[snap.stretch], 0);
  });
}

Deno.test("a street whose only way in is over a parking lot is served", () => {
  // Kastmyntsgatan's southern end; the next street is 175 m off, behind a wood.
  const snap = snapToRoad(grid, { lat: 57.66981, lng: 11.90966 });
  assert.ok(snap && snap.meters < 140, JSON.stringify(snap));
});

/** The nearest stretch of all, whether or not a car may stop on it, and how far it is. */
function nearestRoad({ lat, lng }: Point): { stretch: number; meters: number } {
  const east = METERS_PER_DEGREE * Math.cos(lat * Math.PI / 180);
  let best = { stretch: -1, meters: Infinity };
  for (let s = 0; s < graph.from.length; s++) {
    for (let i = graph.shapeFirst[s]!; i + 1 < graph.shapeFirst[s + 1]!; i++) {
      const [ax, ay] = flat(i);
      const [bx, by] = flat(i + 1);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : -(ax * (bx - ax) + ay * (by - ay)) / squared;
      const share = Math.min(1, Math.max(0, along));
      const meters = Math.hypot(ax + share * (bx - ax), ay + share * (by - ay));
      if (meters < best.meters) best = { stretch: s, meters };
    }
  }
  return best;

  function flat(i: number): [number, number] {
    return [
      (graph.shapeLng[i]! / GRAPH_FACTOR - lng) * east,
      (graph.shapeLat[i]! / GRAPH_FACTOR - lat) * METERS_PER_DEGREE,
    ];
  }
}
