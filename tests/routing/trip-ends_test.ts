import assert from "node:assert/strict";
import { loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { buildSnapGrid, snapToRoad } from "../../lib/routing/snap.ts";
import {
  append,
  arrivals,
  departures,
  directSeconds,
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

Deno.test("departures() and arrivals() share out the stretch between both sides of the snap", () => {
  for (const snap of snaps(31, 300)) {
    const meters = graph.meters[snap.stretch]!;
    const [from, to] = [graph.from[snap.stretch]!, graph.to[snap.stretch]!];
    const ahead = lineFromSnap(graph, snap, to);
    const behind = lineToSnap(graph, snap, from);
    // The snap is rounded to a grid of about one metre, so the two halves may be a little longer.
    if (from !== to) assert.ok(Math.abs(lineLength(ahead) + lineLength(behind) - meters) < 2);
    const count = graph.isOneway[snap.stretch] ? 1 : 2;
    assert.equal(departures(graph, snap).length, count);
    assert.equal(arrivals(graph, snap).length, count);
    assert.equal(departures(graph, snap)[0]!.node, to);
    assert.equal(arrivals(graph, snap)[0]!.node, from);
  }
});

Deno.test("departures() has no seconds below zero, whatever the rounding", () => {
  for (const snap of snaps(32, 500)) {
    for (const end of [...departures(graph, snap), ...arrivals(graph, snap)]) {
      assert.ok(end.seconds >= 0);
    }
  }
});

Deno.test("directSeconds() is undefined between two stretches and against a one-way street", () => {
  const all = [...snaps(33, 200)];
  const oneway = all.find((snap) =>
    graph.isOneway[snap.stretch] && graph.meters[snap.stretch]! > 60
  )!;
  const other = all.find((snap) => snap.stretch !== oneway.stretch)!;
  assert.equal(directSeconds(graph, oneway, other), undefined);
  const first = graph.shapeFirst[oneway.stretch]!;
  const start = { ...oneway, piece: 0, lat: graph.shapeLat[first]!, lng: graph.shapeLng[first]! };
  assert.ok(directSeconds(graph, start, oneway)! >= 0);
  assert.equal(directSeconds(graph, oneway, start), undefined);
});

Deno.test("append() does not double the point where two lines meet, reversed() turns them round", () => {
  const line = { lats: [1, 2], lngs: [1, 2] };
  append(line, { lats: [2, 3], lngs: [2, 3] });
  assert.deepEqual(line, { lats: [1, 2, 3], lngs: [1, 2, 3] });
  assert.deepEqual(reversed(line), { lats: [3, 2, 1], lngs: [3, 2, 1] });
});
