import assert from "node:assert/strict";
import { accessSeconds } from "../../lib/routing/access.ts";
import { driveCost } from "../../lib/routing/drive-cost.ts";
import { loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { buildSnapGrid, type Snap, snapToRoad } from "../../lib/routing/snap.ts";
import {
  accessMeters,
  append,
  arrivals,
  departures,
  directCost,
  directLine,
  lineFromSnap,
  lineLength,
  lineToSnap,
  reversed,
} from "../../lib/routing/trip-ends.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";

const graph = loadRoadGraph();
const grid = buildSnapGrid(graph);

function* snaps(seed: number, count: number) {
  const random = repeatableRandom(seed);
  for (let run = 0; run < count; run++) {
    const snap = snapToRoad(grid, { lat: 57.66 + random() * 0.08, lng: 11.88 + random() * 0.16 });
    if (snap) yield snap;
  }
}

function isAtNode({ stretch, lat, lng }: Snap): boolean {
  return [graph.from[stretch]!, graph.to[stretch]!]
    .some((node) => graph.nodeLat[node] === lat && graph.nodeLng[node] === lng);
}

Deno.test("departures() lets a car at the start of a one-way street take any road there", () => {
  const stretch = graph.isOneway.findIndex((flag, s) => flag === 1 && graph.canStop[s] === 1);
  const node = graph.from[stretch]!;
  const snap = {
    stretch,
    piece: 0,
    lat: graph.nodeLat[node]!,
    lng: graph.nodeLng[node]!,
    askedLat: graph.nodeLat[node]!,
    askedLng: graph.nodeLng[node]!,
    meters: 0,
  };
  assert.deepEqual(departures(graph, snap)[1], { node, cost: 0 });
});

Deno.test("departures() and arrivals() share out the stretch between both sides of the snap", () => {
  for (const snap of snaps(31, 300)) {
    const meters = graph.meters[snap.stretch]!;
    const [from, to] = [graph.from[snap.stretch]!, graph.to[snap.stretch]!];
    const ahead = lineFromSnap(graph, snap, to);
    const behind = lineToSnap(graph, snap, from);
    // The snap is rounded to a grid of about one metre, so the two halves may be a little longer.
    const driven = lineLength(ahead) + lineLength(behind) - 2 * accessMeters(snap);
    if (from !== to) assert.ok(Math.abs(driven - meters) < 2);
    if (isAtNode(snap)) continue;
    const count = graph.isOneway[snap.stretch] ? 1 : 2;
    assert.equal(departures(graph, snap).length, count);
    assert.equal(arrivals(graph, snap).length, count);
    assert.equal(departures(graph, snap)[0]!.node, to);
    assert.equal(arrivals(graph, snap)[0]!.node, from);
  }
});

Deno.test("departures() has no cost below zero, whatever the rounding", () => {
  for (const snap of snaps(32, 500)) {
    for (const end of [...departures(graph, snap), ...arrivals(graph, snap)]) {
      assert.ok(end.cost >= 0);
    }
  }
});

Deno.test("directCost() is undefined between two stretches and against a one-way street", () => {
  const all = [...snaps(33, 200)];
  const oneway = all.find((snap) =>
    graph.isOneway[snap.stretch] && graph.meters[snap.stretch]! > 60
  )!;
  const other = all.find((snap) => snap.stretch !== oneway.stretch)!;
  assert.equal(directCost(graph, oneway, other), undefined);
  const first = graph.shapeFirst[oneway.stretch]!;
  const start = { ...oneway, piece: 0, lat: graph.shapeLat[first]!, lng: graph.shapeLng[first]! };
  assert.ok(directCost(graph, start, oneway)! >= 0);
  assert.equal(directCost(graph, oneway, start), undefined);
});

Deno.test("a line from or to a snap begins and ends at the asked place, and its cost counts", () => {
  let far = 0;
  for (const snap of snaps(34, 300)) {
    const [from, to] = [graph.from[snap.stretch]!, graph.to[snap.stretch]!];
    const asked = [snap.askedLat, snap.askedLng];
    const [out, back] = [lineFromSnap(graph, snap, to), lineToSnap(graph, snap, from)];
    assert.deepEqual([out.lats[0], out.lngs[0]], asked);
    assert.deepEqual([back.lats.at(-1), back.lngs.at(-1)], asked);
    const onRoad = { ...snap, askedLat: snap.lat, askedLng: snap.lng };
    const meters = accessMeters(snap);
    if (meters > 50) far++;
    for (const ends of [departures, arrivals]) {
      for (const [i, { cost }] of ends(graph, snap).entries()) {
        const more = cost - ends(graph, onRoad)[i]!.cost;
        assert.ok(Math.abs(more - driveCost(accessSeconds(meters), meters)) < 1e-6);
      }
    }
    assert.equal(lineLength(directLine(graph, snap, snap)), 2 * meters);
    assert.equal(directCost(graph, snap, snap), 2 * driveCost(accessSeconds(meters), meters));
  }
  assert.ok(far > 50);
});

Deno.test("append() does not double the point where two lines meet, reversed() turns them round", () => {
  const line = { lats: [1, 2], lngs: [1, 2] };
  append(line, { lats: [2, 3], lngs: [2, 3] });
  assert.deepEqual(line, { lats: [1, 2, 3], lngs: [1, 2, 3] });
  assert.deepEqual(reversed(line), { lats: [3, 2, 1], lngs: [3, 2, 1] });
});
