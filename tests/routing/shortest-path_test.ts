import assert from "node:assert/strict";
import { driveCost, junctionSeconds } from "../../lib/routing/drive-cost.ts";
import { loadRoadGraph } from "../../lib/routing/road-graph.ts";
import { ENTRY_COST } from "../../lib/routing/openness.ts";
import { findPath, searchAll, walkBack } from "../../lib/routing/shortest-path.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";

const graph = loadRoadGraph();
const stretchesAt = Map.groupBy(
  [...graph.from.keys(), ...graph.from.keys()].map((s, i) => ({
    s,
    node: (i < graph.from.length ? graph.from : graph.to)[s]!,
  })),
  ({ node }) => node,
);

/** Dijkstra as in the textbook, on the stretches themselves: no arcs, no heap, no estimate. */
function textbookCosts(start: number): Float64Array {
  const exits: { node: number; cost: number }[][] = Array.from(
    { length: graph.nodeCount },
    () => [],
  );
  for (let s = 0; s < graph.from.length; s++) {
    const [from, to] = [graph.from[s]!, graph.to[s]!];
    if (!isLeft(s, to)) exits[from]!.push({ node: to, cost: cost(s, from, to) });
    if (graph.isOneway[s] || isLeft(s, from)) continue;
    exits[to]!.push({ node: from, cost: cost(s, to, from) });
  }
  const seconds = new Float64Array(graph.nodeCount).fill(Infinity);
  seconds[start] = 0;
  let open = new Set([start]);
  // Label correcting: simpler than a queue in order, and the same answer.
  while (open.size > 0) {
    const next = new Set<number>();
    for (const node of open) {
      for (const exit of exits[node]!) {
        const total = seconds[node]! + exit.cost;
        if (total < seconds[exit.node]! - 1e-9) {
          seconds[exit.node] = total;
          next.add(exit.node);
        }
      }
    }
    open = next;
  }
  return seconds;

  /** Nobody drives out of a pocket he did not start in. */
  function isLeft(s: number, end: number): boolean {
    const pocket = graph.pocket[s]!;
    return pocket !== 0 && pocket !== graph.nodePocket[start] && graph.nodePocket[end] === 0;
  }
}

function cost(stretch: number, start: number, end: number): number {
  const openness = graph.openness[stretch]!;
  const isEntry = mostOpenAt(start) < openness;
  return (isEntry ? ENTRY_COST[openness]! : 0) + driveCost(
    graph.seconds[stretch]! + junctionSeconds(graph, stretch, end),
    graph.meters[stretch]!,
  );
}

function mostOpenAt(node: number): number {
  return Math.min(...(stretchesAt.get(node) ?? []).map(({ s }) => graph.openness[s]!));
}

Deno.test("findPath() is as good as the textbook's answer for any two junctions", () => {
  const random = repeatableRandom(3);
  let reached = 0;
  for (let run = 0; run < 12; run++) {
    const start = Math.floor(random() * graph.nodeCount);
    const expected = textbookCosts(start);
    for (let more = 0; more < 25; more++) {
      const end = Math.floor(random() * graph.nodeCount);
      const path = findPath(graph, [{ node: start, cost: 0 }], [{ node: end, cost: 0 }]);
      if (expected[end] === Infinity) {
        assert.equal(path, undefined);
        continue;
      }
      reached++;
      assert.ok(Math.abs(path!.cost - expected[end]!) < 1e-6, `${start} to ${end}`);
    }
  }
  assert.ok(reached > 250, `only ${reached} pairs have a way`);
});

Deno.test("findPath() gives arcs that join from start to end and add up to its cost", () => {
  const random = repeatableRandom(5);
  for (let run = 0; run < 100; run++) {
    const start = Math.floor(random() * graph.nodeCount);
    const end = Math.floor(random() * graph.nodeCount);
    const path = findPath(graph, [{ node: start, cost: 0 }], [{ node: end, cost: 0 }]);
    if (!path) continue;
    let node = path.start;
    let seconds = 0;
    for (const arc of path.arcs) {
      assert.ok(arc >= graph.forward.first[node]! && arc < graph.forward.first[node + 1]!);
      seconds += graph.forward.cost[arc]!;
      node = graph.forward.node[arc]!;
    }
    assert.equal(node, end);
    assert.ok(Math.abs(seconds - path.cost) < 1e-6);
  }
});

Deno.test("findPath() takes the better of several starts and ends, their own cost counted", () => {
  const random = repeatableRandom(9);
  const pick = () => ({ node: Math.floor(random() * graph.nodeCount), cost: random() * 300 });
  for (let run = 0; run < 40; run++) {
    const [starts, ends] = [[pick(), pick()], [pick(), pick()]];
    const singles = starts.flatMap((start) =>
      ends.map((end) => findPath(graph, [start], [end])?.cost ?? Infinity)
    );
    const both = findPath(graph, starts, ends)?.cost ?? Infinity;
    assert.ok(both === Math.min(...singles) || Math.abs(both - Math.min(...singles)) < 1e-6);
  }
});

Deno.test("searchAll() over the backward arcs tells what it costs to get here", () => {
  const random = repeatableRandom(13);
  const here = graph.from[graph.canStop.indexOf(1)]!;
  const tree = searchAll(graph, graph.backward, [{ node: here, cost: 0 }]);
  for (let run = 0; run < 40; run++) {
    const there = Math.floor(random() * graph.nodeCount);
    const path = findPath(graph, [{ node: there, cost: 0 }], [{ node: here, cost: 0 }]);
    const expected = path?.cost ?? Infinity;
    assert.ok(expected === tree.cost[there] || Math.abs(expected - tree.cost[there]!) < 1e-6);
    if (path) assert.equal(walkBack(tree, there).start, here);
  }
});
