// From ways to a network: junctions, stretches between them, without islands nobody can leave.
import type { Point } from "../../lib/places/place.ts";
import { OPENNESS, opennessOf } from "../../lib/routing/openness.ts";
import { ROAD_CLASSES } from "../../lib/routing/road-class.ts";
import { simplify } from "./build-sweden.ts";
import type { CarWay } from "./car-ways.ts";

/** Stretch of road between two junctions; `points` includes both ends. */
export interface Stretch {
  from: number;
  to: number;
  points: Point[];
  way: CarWay;
  /** False on roads that only lead out of or into the extract. */
  isCore: boolean;
  /** Part of the roads that lead through: open to all, and joined to one another without the others. */
  isThrough: boolean;
}

/** Junctions and stretches, ordered so that the same input gives the same file. */
export interface RoadNetwork {
  nodes: Point[];
  stretches: Stretch[];
}

/** Geometry may leave the surveyed line by this much. */
const SHAPE_TOLERANCE_METERS = 1.5;
/** Classes whose loose ends at the rim of the extract are kept: that is how one leaves town. */
const LEADS_OUT = new Set<string>(ROAD_CLASSES.slice(0, 8));

/** The largest part in which every point can be reached from every other, plus the main roads out and in. */
export function buildNetwork(ways: CarWay[]): RoadNetwork {
  const split = splitAtJunctions(ways);
  const core = largestCore(split);
  const isIn = (node: number) => core.has(node);
  const leaving = spread(split, core, "out");
  const entering = spread(split, core, "in");
  const kept = split.stretches.flatMap((stretch) => {
    const { from, to } = stretch;
    if (isIn(from) && isIn(to)) return [{ ...stretch, isCore: true }];
    const isTail = LEADS_OUT.has(stretch.way.roadClass) &&
      ((leaving.has(from) && leaving.has(to)) || (entering.has(from) && entering.has(to)));
    return isTail ? [{ ...stretch, isCore: false }] : [];
  });
  return renumber(split.nodes, withThrough(split.nodes, kept));
}

/** Marks the roads that lead through; a public street reached over a yard only, or one out of town, does not. */
function withThrough(nodes: Point[], stretches: Stretch[]): Stretch[] {
  const isPublic = ({ way, isCore }: Stretch) =>
    isCore && opennessOf(way.roadClass, way.isDestinationOnly) === OPENNESS.public;
  const open = largestCore({ nodes, stretches: stretches.filter(isPublic) });
  return stretches.map((stretch) => ({
    ...stretch,
    isThrough: isPublic(stretch) && open.has(stretch.from) && open.has(stretch.to),
  }));
}

function splitAtJunctions(ways: CarWay[]): RoadNetwork {
  const uses = new Map<string, number>();
  for (const { points } of ways) {
    points.forEach((point, i) => {
      const isEnd = i === 0 || i === points.length - 1;
      uses.set(key(point), (uses.get(key(point)) ?? 0) + (isEnd ? 2 : 1));
    });
  }
  const nodes: Point[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (point: Point) => {
    let number = numbers.get(key(point));
    if (number === undefined) {
      number = nodes.push(point) - 1;
      numbers.set(key(point), number);
    }
    return number;
  };
  const stretches: Stretch[] = [];
  for (const way of ways) {
    let start = 0;
    for (let i = 1; i < way.points.length; i++) {
      if (uses.get(key(way.points[i]!))! < 2) continue;
      const points = simplify(way.points.slice(start, i + 1), SHAPE_TOLERANCE_METERS);
      const [from, to] = [numberOf(points[0]!), numberOf(points.at(-1)!)];
      stretches.push({ from, to, points, way, isCore: true, isThrough: true });
      start = i;
    }
  }
  return { nodes, stretches };
}

function key(point: Point): string {
  return `${point.lat},${point.lng}`;
}

type Direction = "out" | "in";

function neighbours({ nodes, stretches }: RoadNetwork, direction: Direction): number[][] {
  const lists: number[][] = nodes.map(() => []);
  for (const { from, to, way } of stretches) {
    const [start, end] = direction === "out" ? [from, to] : [to, from];
    lists[start]!.push(end);
    if (!way.isOneway) lists[end]!.push(start);
  }
  return lists;
}

/** Largest strongly connected part (Kosaraju: finishing order forwards, then floods backwards). */
function largestCore(network: RoadNetwork): Set<number> {
  const out = neighbours(network, "out");
  const into = neighbours(network, "in");
  const finished: number[] = [];
  const seen = new Uint8Array(out.length);
  for (let root = 0; root < out.length; root++) {
    if (seen[root]) continue;
    seen[root] = 1;
    const stack: [node: number, next: number][] = [[root, 0]];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = out[top[0]]![top[1]++];
      if (next === undefined) {
        finished.push(top[0]);
        stack.pop();
      } else if (!seen[next]) {
        seen[next] = 1;
        stack.push([next, 0]);
      }
    }
  }
  let largest = new Set<number>();
  const taken = new Uint8Array(out.length);
  for (const root of finished.reverse()) {
    if (taken[root]) continue;
    const part = flood([root], into, (node) => !taken[node]);
    for (const node of part) taken[node] = 1;
    if (part.size > largest.size) largest = part;
  }
  return largest;
}

/** Nodes reached from the core over main roads only, forwards ("out") or backwards ("in"). */
function spread(network: RoadNetwork, core: Set<number>, direction: Direction): Set<number> {
  const main = {
    nodes: network.nodes,
    stretches: network.stretches.filter(({ way }) => LEADS_OUT.has(way.roadClass)),
  };
  return flood([...core], neighbours(main, direction), () => true);
}

function flood(
  roots: number[],
  lists: number[][],
  isAllowed: (node: number) => boolean,
): Set<number> {
  const reached = new Set(roots);
  for (const node of reached) {
    for (const next of lists[node]!) if (isAllowed(next)) reached.add(next);
  }
  return reached;
}

/** Numbers nodes by place, so that neighbours have near numbers and the file packs well. */
function renumber(nodes: Point[], stretches: Stretch[]): RoadNetwork {
  const used = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))];
  const band = ({ lat }: Point) => Math.floor(lat * 400);
  used.sort((a, b) => {
    const [p, q] = [nodes[a]!, nodes[b]!];
    return band(p) - band(q) || p.lng - q.lng || p.lat - q.lat;
  });
  const numbers = new Map(used.map((node, number) => [node, number]));
  return {
    nodes: used.map((node) => nodes[node]!),
    stretches: stretches
      .map((stretch) => ({
        ...stretch,
        from: numbers.get(stretch.from)!,
        to: numbers.get(stretch.to)!,
      }))
      .sort((a, b) => a.from - b.from || a.to - b.to || a.points.length - b.points.length),
  };
}
