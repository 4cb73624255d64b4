import assert from "node:assert/strict";
import { GRAPH_FACTOR, gridMeters, loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { NO_STOPPING, ROAD_CLASSES } from "../../lib/routing/road-class.ts";
import { searchAll } from "../../lib/routing/shortest-path.ts";

const graph = loadRoadGraph();

Deno.test("loadRoadGraph() reads the whole network inside the extract", () => {
  assert.ok(graph.nodeCount > 10_000 && graph.from.length > 13_000);
  for (let node = 0; node < graph.nodeCount; node++) {
    const lat = graph.nodeLat[node]! / GRAPH_FACTOR;
    const lng = graph.nodeLng[node]! / GRAPH_FACTOR;
    assert.ok(lat > 57.64 && lat < 57.78 && lng > 11.85 && lng < 12.11, `${lat},${lng}`);
  }
});

Deno.test("loadRoadGraph() begins and ends every stretch at its nodes and measures it along its shape", () => {
  for (let s = 0; s < graph.from.length; s++) {
    const first = graph.shapeFirst[s]!;
    const last = graph.shapeFirst[s + 1]! - 1;
    assert.equal(graph.shapeLat[first], graph.nodeLat[graph.from[s]!]);
    assert.equal(graph.shapeLng[last], graph.nodeLng[graph.to[s]!]);
    let meters = 0;
    for (let i = first; i < last; i++) {
      meters += gridMeters(
        graph.shapeLat[i]!,
        graph.shapeLng[i]!,
        graph.shapeLat[i + 1]!,
        graph.shapeLng[i + 1]!,
      );
    }
    assert.ok(Math.abs(meters - graph.meters[s]!) < 1e-6);
  }
});

Deno.test("loadRoadGraph() has one arc per allowed direction, the same ones backward", () => {
  const oneways = graph.isOneway.reduce((sum, flag) => sum + flag, 0);
  const expected = 2 * graph.from.length - oneways;
  assert.equal(graph.forward.node.length, expected);
  assert.equal(graph.backward.node.length, expected);
  const names = (isBackward: boolean) => {
    const arcs = isBackward ? graph.backward : graph.forward;
    const all: string[] = [];
    for (let node = 0; node < graph.nodeCount; node++) {
      for (let arc = arcs.first[node]!; arc < arcs.first[node + 1]!; arc++) {
        const ends = isBackward ? [arcs.node[arc], node] : [node, arcs.node[arc]];
        all.push(`${ends.join(">")} ${arcs.stretch[arc]} ${arcs.cost[arc]}`);
      }
    }
    return all.sort();
  };
  assert.deepEqual(names(true), names(false));
});

Deno.test("loadRoadGraph() lets a car stop only where it can come from and go everywhere", () => {
  const stops = [...graph.canStop.keys()].filter((s) => graph.canStop[s]);
  const start = [{ node: graph.from[stops[0]!]!, cost: 0 }];
  const there = searchAll(graph, graph.forward, start).cost;
  const back = searchAll(graph, graph.backward, start).cost;
  const lost = stops.filter((s) =>
    [graph.from[s]!, graph.to[s]!].some((node) => !isFinite(there[node]!) || !isFinite(back[node]!))
  );
  assert.deepEqual(lost, []);
  assert.ok(stops.every((s) => !NO_STOPPING.has(ROAD_CLASSES[graph.roadClass[s]!]!)));
});

Deno.test("loadRoadGraph() drives nowhere faster than the highest limit", () => {
  for (let s = 0; s < graph.from.length; s++) {
    assert.ok(graph.meters[s]! * 3.6 <= 110 * graph.seconds[s]! + 1e-6);
  }
});

Deno.test("loadRoadGraph() knows a least cost of a metre that no arc is below", () => {
  const { cost, stretch } = graph.forward;
  for (let arc = 0; arc < cost.length; arc++) {
    assert.ok(cost[arc]! >= graph.leastCostPerMeter * graph.meters[stretch[arc]!]! - 1e-9);
  }
});
