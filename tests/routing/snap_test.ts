import assert from "node:assert/strict";
import { GRAPH_FACTOR, loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import { buildSnapGrid, GATE_METERS, MAX_SNAP_METERS, snapToRoad } from "../../lib/routing/snap.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";

const graph = loadRoadGraph();
const grid = buildSnapGrid(graph);

/** Metres to the nearest piece of road, private or not, by looking at all of them. */
function nearestMeters(lat: number, lng: number, isPrivate: number): number {
  const east = METERS_PER_DEGREE * Math.cos(lat * Math.PI / 180);
  let nearest = Infinity;
  for (let s = 0; s < graph.from.length; s++) {
    if (!graph.canStop[s] || graph.isPrivate[s] !== isPrivate) continue;
    for (let i = graph.shapeFirst[s]!; i + 1 < graph.shapeFirst[s + 1]!; i++) {
      const [ax, ay] = flat(i);
      const [bx, by] = flat(i + 1);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const share = squared === 0
        ? 0
        : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / squared));
      nearest = Math.min(nearest, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)));
    }
  }
  return nearest;

  function flat(i: number): [number, number] {
    return [
      (graph.shapeLng[i]! / GRAPH_FACTOR - lng) * east,
      (graph.shapeLat[i]! / GRAPH_FACTOR - lat) * METERS_PER_DEGREE,
    ];
  }
}

Deno.test("snapToRoad() finds the same distance as a look at every road", () => {
  const random = repeatableRandom(11);
  let behindGates = 0;
  for (let run = 0; run < 500; run++) {
    const point = { lat: 57.64 + random() * 0.13, lng: 11.85 + random() * 0.25 };
    const outside = nearestMeters(point.lat, point.lng, 0);
    const gated = nearestMeters(point.lat, point.lng, 1);
    const isGated = gated < Math.min(MAX_SNAP_METERS, outside - GATE_METERS) ||
      (outside >= MAX_SNAP_METERS && gated < MAX_SNAP_METERS);
    const expected = isGated ? gated : outside;
    if (isGated) behindGates++;
    const snap = snapToRoad(grid, point);
    if (expected >= MAX_SNAP_METERS) assert.equal(snap, undefined);
    else assert.ok(Math.abs(snap!.meters - expected) < 0.01, JSON.stringify(point));
  }
  assert.ok(behindGates > 3, `${behindGates}`);
});

Deno.test("snapToRoad() lands on a road a car may stop on, beside the motorway too", () => {
  const onMotorway = { lat: 57.7, lng: 11.9985 };
  const snap = snapToRoad(grid, onMotorway);
  assert.ok(snap && graph.canStop[snap.stretch]);
});

Deno.test("snapToRoad() leaves a road behind a gate for another one near, not for a far one", () => {
  // Eleven metres from a private road in Biskopsgården and 38 from a street; on Ryavägen with nothing else near.
  const beside = snapToRoad(grid, { lat: 57.71909, lng: 11.90516 });
  assert.ok(beside && graph.isPrivate[beside.stretch] === 0 && beside.meters < 40);
  const inside = snapToRoad(grid, { lat: 57.69066, lng: 11.88847 });
  assert.ok(inside && graph.isPrivate[inside.stretch] === 1 && inside.meters < 2);
});

Deno.test("snapToRoad() gives up where no road is near or the point is no point", () => {
  for (const [lat, lng] of [[57.69, 11.8], [59.33, 18.06], [0, 0], [NaN, NaN], [1e9, -1e9]]) {
    assert.equal(snapToRoad(grid, { lat: lat!, lng: lng! }), undefined);
  }
});
