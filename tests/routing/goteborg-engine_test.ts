import assert from "node:assert/strict";
import type { Point } from "../../lib/places/place.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import {
  createGoteborgEngine,
  fastestTrip,
  routeInCity,
} from "../../lib/routing/goteborg-engine.ts";
import { greatCircleMeters, lineMeters } from "../../lib/places/great-circle.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";
import { driveCost, secondsOfCost } from "../../lib/routing/drive-cost.ts";
import { GRAPH_FACTOR } from "../../lib/routing/road-graph.ts";
import type { Route } from "../../lib/routing/route.ts";
import { findPath } from "../../lib/routing/shortest-path.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";
import { daytimeSeconds, TOWN_FACTOR } from "../../lib/routing/time-scale.ts";
import { arrivals, departures, entryCostOf, lineLength } from "../../lib/routing/trip-ends.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";

const network = loadCityNetwork();
const { graph, grid } = network;
const CENTRAL = { lat: 57.7089, lng: 11.9735 };
const KORSVAGEN = { lat: 57.6966, lng: 11.9866 };

/** Pieces of road one may drive, as "from>to" in graph units; built from the stretches, not from the arcs. */
const drivable = new Map<string, Set<string>>();
for (let s = 0; s < graph.from.length; s++) {
  for (let i = graph.shapeFirst[s]!; i + 1 < graph.shapeFirst[s + 1]!; i++) {
    allow(pointKey(i), pointKey(i + 1));
    if (!graph.isOneway[s]) allow(pointKey(i + 1), pointKey(i));
  }
}

function pointKey(i: number): string {
  return `${graph.shapeLat[i]},${graph.shapeLng[i]}`;
}

function keyOf({ lat, lng }: Point): string {
  return `${Math.round(lat * GRAPH_FACTOR)},${Math.round(lng * GRAPH_FACTOR)}`;
}

/** The part of a line between the two places where it meets the road. */
function onRoad(from: Point, keys: string[], to: Point): string[] {
  const [start, end] = [from, to].map((stop) => {
    const { lat, lng } = snapToRoad(grid, stop)!;
    return `${lat},${lng}`;
  });
  return keys.slice(keys.indexOf(start!), keys.lastIndexOf(end!) + 1);
}

function allow(from: string, to: string): void {
  const ends = drivable.get(from) ?? new Set();
  drivable.set(from, ends.add(to));
}

function found(from: Point, to: Point): Route | undefined {
  const answer = routeInCity(network, from, to);
  return answer.ok ? answer.route : undefined;
}

/** Time and distance as the search weighs them. */
function weigh(route: Route): number {
  return driveCost(route.durationSeconds, route.distanceMeters);
}

function* randomTrips(seed: number, count: number): Generator<[Point, Point, Route]> {
  const random = repeatableRandom(seed);
  for (let run = 0; run < count; run++) {
    const [from, to] = [point(), point()];
    const route = found(from, to);
    if (route) yield [from, to, route];
  }

  function point(): Point {
    return { lat: 57.66 + random() * 0.085, lng: 11.88 + random() * 0.16 };
  }
}

Deno.test("routeInCity() drives only along roads and never against a one-way street", () => {
  let pieces = 0;
  for (const [from, to, { geometry }] of randomTrips(21, 300)) {
    const keys = decodePolyline(geometry).map(keyOf);
    const driven = onRoad(from, keys, to);
    // The first and the last piece are cut by the stops; the test below looks at them.
    for (let i = 2; i < driven.length - 1; i++) {
      assert.ok(drivable.get(driven[i - 1]!)?.has(driven[i]!), `${driven[i - 1]} > ${driven[i]}`);
      pieces++;
    }
  }
  assert.ok(pieces > 5_000);
});

Deno.test("routeInCity() leaves and reaches one-way streets in their direction", () => {
  let seen = 0;
  for (const [from, to, route] of randomTrips(22, 600)) {
    const keys = onRoad(from, decodePolyline(route.geometry).map(keyOf), to);
    if (keys.length < 4) continue;
    for (const [stop, end, next] of [[from, 0, 1], [to, -1, -2]] as const) {
      const snap = snapToRoad(grid, stop)!;
      const i = graph.shapeFirst[snap.stretch]! + snap.piece;
      const isAtCorner = keys.at(end) === pointKey(i) || keys.at(end) === pointKey(i + 1);
      if (!graph.isOneway[snap.stretch] || isAtCorner) continue;
      assert.equal(keys.at(next), pointKey(end === 0 ? i + 1 : i), JSON.stringify(stop));
      seen++;
    }
  }
  assert.ok(seen > 50, `only ${seen} one-way ends`);
});

Deno.test("routeInCity() starts and ends at the stops, goes over where they snap, and measures its own line", () => {
  let far = 0;
  for (const [from, to, route] of randomTrips(23, 200)) {
    const keys = decodePolyline(route.geometry).map(keyOf);
    assert.deepEqual([keys[0], keys.at(-1)], [keyOf(from), keyOf(to)]);
    for (const [stop, at] of [[from, 0], [to, -1]] as const) {
      const snap = snapToRoad(grid, stop)!;
      const near = at === 0 ? keys.slice(0, 2) : keys.slice(-2);
      assert.ok(near.includes(`${snap.lat},${snap.lng}`));
      if (snap.meters > 100) far++;
    }
    assert.ok(Math.abs(lineMeters(decodePolyline(route.geometry)) - route.distanceMeters) <= 1.6);
  }
  assert.ok(far > 20);
});

Deno.test("routeInCity() is no shorter than the straight line between the stops and no faster than the limit", () => {
  for (const [from, to, route] of randomTrips(24, 1_000)) {
    assert.ok(route.distanceMeters >= greatCircleMeters(from, to));
    assert.ok(route.distanceMeters * 3.6 <= 110 * (route.durationSeconds + 1));
  }
});

Deno.test("routeInCity() never costs more than the detour by a third stop on the road", () => {
  const random = repeatableRandom(25);
  let seen = 0;
  for (const [from, to, route] of randomTrips(26, 120)) {
    const points = decodePolyline(route.geometry);
    const third = points[Math.floor(random() * points.length)]!;
    const legs = [found(from, third), found(third, to)];
    if (!legs[0] || !legs[1]) continue;
    seen++;
    const detour = weigh(legs[0]) + weigh(legs[1]);
    // A stop at a junction saves the time lost there, once; the rest is rounding.
    assert.ok(weigh(route) <= detour + 12, `${JSON.stringify([from, third, to])}`);
  }
  assert.ok(seen > 30);
});

Deno.test("routeInCity() takes a believable way from the central station to Korsvägen", () => {
  const route = found(CENTRAL, KORSVAGEN)!;
  assert.ok(
    route.distanceMeters > 1_500 && route.distanceMeters < 3_000,
    `${route.distanceMeters} m`,
  );
  assert.ok(
    route.durationSeconds > 180 && route.durationSeconds < 420,
    `${route.durationSeconds} s`,
  );
  assert.deepEqual([route.engine, route.isEstimate, route.dataVersion], [
    "goteborg",
    false,
    graph.version,
  ]);
});

Deno.test("routeInCity() drives straight along one street when both stops are on it", () => {
  const s = graph.meters.findIndex((meters, i) =>
    meters > 300 && graph.canStop[i] === 1 && !graph.isOneway[i] &&
    graph.shapeFirst[i + 1]! - graph.shapeFirst[i]! === 2
  );
  const i = graph.shapeFirst[s]!;
  const at = (share: number): Point => ({
    lat: (graph.shapeLat[i]! + (graph.shapeLat[i + 1]! - graph.shapeLat[i]!) * share) /
      GRAPH_FACTOR,
    lng: (graph.shapeLng[i]! + (graph.shapeLng[i + 1]! - graph.shapeLng[i]!) * share) /
      GRAPH_FACTOR,
  });
  for (const [from, to] of [[0.2, 0.8], [0.8, 0.2]] as const) {
    const route = found(at(from), at(to))!;
    assert.equal(decodePolyline(route.geometry).length, 2);
    assert.ok(Math.abs(route.distanceMeters - 0.6 * graph.meters[s]!) < 3);
  }
});

Deno.test("routeInCity() goes round the block to a stop behind it on a one-way street", () => {
  const s = graph.meters.findIndex((meters, i) =>
    meters > 150 && graph.canStop[i] === 1 && graph.isOneway[i] === 1 &&
    graph.shapeFirst[i + 1]! - graph.shapeFirst[i]! === 2
  );
  const i = graph.shapeFirst[s]!;
  const at = (share: number): Point => ({
    lat: (graph.shapeLat[i]! + (graph.shapeLat[i + 1]! - graph.shapeLat[i]!) * share) /
      GRAPH_FACTOR,
    lng: (graph.shapeLng[i]! + (graph.shapeLng[i + 1]! - graph.shapeLng[i]!) * share) /
      GRAPH_FACTOR,
  });
  const ahead = found(at(0.25), at(0.75))!;
  const behind = found(at(0.75), at(0.25))!;
  assert.ok(ahead.distanceMeters < 0.6 * graph.meters[s]!);
  assert.ok(behind.distanceMeters > ahead.distanceMeters, "against the one-way street");
});

Deno.test("routeInCity() has no answer for one and the same place", () => {
  assert.deepEqual(routeInCity(network, CENTRAL, CENTRAL), { ok: false, reason: "same-point" });
  const near = { lat: CENTRAL.lat + 0.0002, lng: CENTRAL.lng };
  assert.deepEqual(routeInCity(network, CENTRAL, near), { ok: false, reason: "same-point" });
});

Deno.test("routeInCity() has no answer between the two pavements of one street", () => {
  let seen = 0;
  for (let s = 0; s < graph.from.length; s++) {
    const isStraight = graph.shapeFirst[s + 1]! - graph.shapeFirst[s]! === 2;
    if (!isStraight || graph.meters[s]! < 100) continue;
    const [north, south] = pavements(s);
    if (snapToRoad(grid, north)?.stretch !== s || snapToRoad(grid, south)?.stretch !== s) continue;
    seen++;
    assert.deepEqual(routeInCity(network, north, south), { ok: false, reason: "same-point" });
  }
  assert.ok(seen > 100);

  /** Two points 28 m apart, on either side of the middle of a straight stretch. */
  function pavements(s: number): [Point, Point] {
    const i = graph.shapeFirst[s]!;
    const north = graph.shapeLat[i + 1]! - graph.shapeLat[i]!;
    const east = (graph.shapeLng[i + 1]! - graph.shapeLng[i]!) * 0.534;
    const aside = (meters: number): Point => ({
      lat: (graph.shapeLat[i]! + north / 2) / GRAPH_FACTOR +
        meters / 111_195 * east / Math.hypot(north, east),
      lng: (graph.shapeLng[i]! + graph.shapeLng[i + 1]!) / 2 / GRAPH_FACTOR -
        meters / 111_195 / 0.534 * north / Math.hypot(north, east),
    });
    return [aside(14), aside(-14)];
  }
});

Deno.test("routeInCity() slows a long way through town no more than OSRM's is, whose scale it shares", () => {
  const [start, end] = [{ lat: 57.665, lng: 11.89 }, { lat: 57.74, lng: 12.05 }].map((point) =>
    snapToRoad(grid, point)!
  );
  const trip = fastestTrip(network, start!, end!)!;
  const path = findPath(graph, departures(graph, start!), arrivals(graph, end!))!;
  const meters = lineLength(trip.line);
  assert.ok(meters > 14_000);
  const inTown = secondsOfCost(path.cost - entryCostOf(graph.forward, path), meters);
  assert.ok(Math.abs(trip.seconds - daytimeSeconds(inTown / TOWN_FACTOR, meters)) < 0.01);
  assert.ok(trip.seconds < 0.99 * inTown);
});

Deno.test("createGoteborgEngine() has no road for an end off the network", async () => {
  const engine = createGoteborgEngine(network);
  const landvetter = { lat: 57.6685, lng: 12.2942 };
  assert.deepEqual(await engine.route(CENTRAL, landvetter), { ok: false, reason: "no-road" });
  assert.deepEqual(await engine.route(landvetter, CENTRAL), { ok: false, reason: "no-road" });
});
