// Cheapest way through the graph (time, and a little distance): A* (Hart, Nilsson, Raphael 1968) with a binary heap over typed arrays.
import { METERS_PER_DEGREE } from "../places/great-circle.ts";
import { type Arcs, GRAPH_FACTOR, type RoadGraph } from "./road-graph.ts";

/** A node where a search starts or may end, and what it costs to get from there or to it. */
export interface Terminal {
  node: number;
  cost: number;
}

/** A found way: arcs in the order they were entered, from the first start to the end. */
export interface FoundPath {
  /** In the unit of Arcs.cost, the terminals' own cost counted. */
  cost: number;
  /** Node the path starts at. */
  start: number;
  /** Node the path ends at. */
  end: number;
  /** Arc numbers into the Arcs that were searched. */
  arcs: number[];
}

/** What a full search leaves: cost to each node (Infinity where it did not come) and how to get back. */
export interface SearchTree {
  cost: Float64Array;
  /** Arc by which each node was reached, −1 at a start. */
  arcInto: Int32Array;
  /** Node each node was reached from. */
  parent: Int32Array;
}

/** The cheapest path from any start to any end, or undefined; starts and ends add their own cost. */
export function findPath(
  graph: RoadGraph,
  starts: Terminal[],
  ends: Terminal[],
): FoundPath | undefined {
  const remaining = remainingCost(graph, ends);
  const endCost = new Map(ends.map(({ node, cost }) => [node, cost]));
  for (const { node, cost } of ends) {
    endCost.set(node, Math.min(cost, endCost.get(node)!));
  }
  let best = Infinity;
  let bestEnd = -1;
  const goals = pocketsOf(graph, ends);
  const tree = search(graph, graph.forward, starts, goals, remaining, (node, cost, bound) => {
    const more = endCost.get(node);
    if (more !== undefined && cost + more < best) {
      best = cost + more;
      bestEnd = node;
    }
    // Nothing still in the heap can beat the best end: its bound already counts what is left.
    return bound >= best;
  });
  return bestEnd < 0 ? undefined : { cost: best, ...walkBack(tree, bestEnd) };
}

/** Cost from the starts to every node (or, over `graph.backward`, from every node to the starts). */
export function searchAll(graph: RoadGraph, arcs: Arcs, starts: Terminal[]): SearchTree {
  return search(graph, arcs, starts, null, () => 0, () => false);
}

/** The arcs from a start of the tree to `end`. */
export function walkBack(tree: SearchTree, end: number): Omit<FoundPath, "cost"> {
  const arcs: number[] = [];
  let node = end;
  while (tree.arcInto[node]! >= 0) {
    arcs.push(tree.arcInto[node]!);
    node = tree.parent[node]!;
  }
  return { start: node, end, arcs: arcs.reverse() };
}

/** Lower bound of what is left: straight line to the nearest end at the least cost of a metre. */
function remainingCost(graph: RoadGraph, ends: Terminal[]): (node: number) => number {
  const perLat = METERS_PER_DEGREE / GRAPH_FACTOR * graph.leastCostPerMeter;
  return (node) => {
    const lat = graph.nodeLat[node]!;
    const lng = graph.nodeLng[node]!;
    let least = Infinity;
    for (const end of ends) {
      const north = (graph.nodeLat[end.node]! - lat) * perLat;
      // The cosine at 57.8° is below that of every point of the network, so the bound never says too much.
      const east = (graph.nodeLng[end.node]! - lng) * perLat * 0.5328;
      least = Math.min(least, Math.sqrt(north * north + east * east));
    }
    return least;
  };
}

function search(
  graph: RoadGraph,
  arcs: Arcs,
  starts: Terminal[],
  goals: number[] | null,
  remaining: (node: number) => number,
  isDone: (node: number, cost: number, bound: number) => boolean,
): SearchTree {
  const costs = new Float64Array(graph.nodeCount).fill(Infinity);
  const arcInto = new Int32Array(graph.nodeCount).fill(-1);
  const parent = new Int32Array(graph.nodeCount).fill(-1);
  const settled = new Uint8Array(graph.nodeCount);
  const heap = new NodeHeap();
  const homes = pocketsOf(graph, starts);
  for (const start of starts) {
    if (start.cost >= costs[start.node]!) continue;
    costs[start.node] = start.cost;
    heap.push(start.node, start.cost + remaining(start.node));
  }
  while (heap.size > 0) {
    const bound = heap.leastKey;
    const node = heap.pop();
    if (settled[node]) continue;
    settled[node] = 1;
    const sofar = costs[node]!;
    if (isDone(node, sofar, bound)) break;
    for (let arc = arcs.first[node]!; arc < arcs.first[node + 1]!; arc++) {
      const pocket = arcs.pocket[arc]!;
      if (pocket !== 0 && !homes.includes(pocket)) {
        // Out of a pocket only where the search began in it, into one only where it ends: no trip leads through.
        if (arcs.leaves[arc] !== 0 || (goals && !goals.includes(pocket))) continue;
      }
      const next = arcs.node[arc]!;
      const cost = sofar + arcs.cost[arc]!;
      if (cost >= costs[next]!) continue;
      costs[next] = cost;
      arcInto[next] = arc;
      parent[next] = node;
      heap.push(next, cost + remaining(next));
    }
  }
  return { cost: costs, arcInto, parent };
}

function pocketsOf({ nodePocket }: RoadGraph, terminals: Terminal[]): number[] {
  return terminals.map(({ node }) => nodePocket[node]!);
}

/** Binary min-heap; a node may be in it several times, the search skips all but the first. */
class NodeHeap {
  #keys: number[] = [];
  #nodes: number[] = [];

  get size(): number {
    return this.#nodes.length;
  }

  get leastKey(): number {
    return this.#keys[0]!;
  }

  push(node: number, key: number): void {
    let at = this.#nodes.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#keys[above]! <= key) break;
      this.#keys[at] = this.#keys[above]!;
      this.#nodes[at] = this.#nodes[above]!;
      at = above;
    }
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }

  pop(): number {
    const top = this.#nodes[0]!;
    const key = this.#keys.pop()!;
    const node = this.#nodes.pop()!;
    const size = this.#nodes.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && this.#keys[below + 1]! < this.#keys[below]!) below++;
      if (this.#keys[below]! >= key) break;
      this.#keys[at] = this.#keys[below]!;
      this.#nodes[at] = this.#nodes[below]!;
      at = below;
    }
    this.#keys[at] = key;
    this.#nodes[at] = node;
    return top;
  }
}
