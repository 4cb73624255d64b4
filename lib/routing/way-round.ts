// The shortest way between two places that crosses no water but by a bridge or a ferry.
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import { WATERS } from "./waters.ts";

/** A way in straight legs. */
export interface WayRound {
  points: Point[];
  meters: number;
  /** Crossing and waiting, beside the driving. */
  ferrySeconds: number;
}

/** Ways from anywhere to one place. */
export interface WaysTo {
  /** The shortest below `limit` metres, a ferry's seconds counted in; undefined when there is none. */
  from(start: Point, limit?: number): WayRound | undefined;
}

/** What a second on a ferry weighs against straight metres driven, when there is a choice: 60 km/h with detours. */
export const METERS_PER_FERRY_SECOND = 12;

/** The shortest way; undefined when a water lies between over which no road or free ferry leads. */
export function wayRound(from: Point, to: Point): WayRound | undefined {
  return isOpen(from, to) ? straight(from, to) : waysTo(to).from(from);
}

/** Prepares the ways to a place; each start then costs little. */
export function waysTo(to: Point): WaysTo {
  const costs = costsTo(to);
  const order = Array.from(costs.keys()).filter((node) => costs[node]!.weight < Infinity)
    .sort((a, b) => costs[a]!.weight - costs[b]!.weight);
  // Neighbours mostly start by the same pass; tried first, it spares them the look at most others.
  let usual = order[0] ?? -1;
  return {
    from: (start, limit = Infinity) => {
      if (isOpen(start, to)) return straight(start, to);
      let best = { weight: limit, node: -1 };
      for (const node of usual < 0 ? order : [usual, ...order]) {
        const left = costs[node]!.weight;
        if (left >= best.weight && node !== usual) break;
        const weight = greatCircleMeters(start, NODES[node]!.point) + left;
        if (weight < best.weight && isOpen(start, NODES[node]!.point)) best = { weight, node };
      }
      if (best.node < 0) return undefined;
      usual = best.node;
      return follow(start, best.node);
    },
  };

  function follow(start: Point, first: number): WayRound {
    const way: WayRound = { points: [start], meters: 0, ferrySeconds: 0 };
    add(way, NODES[first]!.point);
    for (let node = first; node >= 0;) {
      const { next } = costs[node]!;
      if (next < 0) break;
      const { crossing } = NODES[node]!;
      if (crossing?.node === next) {
        for (const point of crossing.inner) add(way, point);
        way.ferrySeconds += crossing.ferrySeconds;
      }
      add(way, NODES[next]!.point);
      node = next;
    }
    add(way, to);
    return way;
  }
}

function straight(from: Point, to: Point): WayRound {
  return { points: [from, to], meters: greatCircleMeters(from, to), ferrySeconds: 0 };
}

function add(way: WayRound, point: Point): void {
  const last = way.points.at(-1)!;
  way.meters += greatCircleMeters(last, point);
  way.points.push(point);
}

/** An end of a pass, and the crossing it is an end of. */
interface Node {
  point: Point;
  crossing?: { node: number; inner: Point[]; meters: number; ferrySeconds: number };
}

const NODES: readonly Node[] = WATERS.flatMap(({ passes }) => passes).flatMap(toNodes);
NODES.forEach((node, i) => {
  // Ends of one crossing stand beside one another; only here is their number known.
  if (node.crossing) node.crossing.node += i;
});

function toNodes({ by, ferryMinutes = 0 }: typeof WATERS[number]["passes"][number]): Node[] {
  const points = by.map(([lat, lng]) => ({ lat, lng }));
  if (points.length === 1) return [{ point: points[0]! }];
  let meters = 0;
  for (let i = 1; i < points.length; i++) meters += greatCircleMeters(points[i - 1]!, points[i]!);
  const inner = points.slice(1, -1);
  const both = { meters, ferrySeconds: ferryMinutes * 60 };
  return [
    { point: points[0]!, crossing: { node: 1, inner, ...both } },
    { point: points.at(-1)!, crossing: { node: -1, inner: inner.toReversed(), ...both } },
  ];
}

/** Which passes see one another, worked out when first asked: a fraction of a second for all. */
const neighbours: (number[] | undefined)[] = [];

function neighboursOf(node: number): number[] {
  return neighbours[node] ??= Array.from(NODES.keys()).filter((other) =>
    other !== node && isOpen(NODES[node]!.point, NODES[other]!.point)
  );
}

/** By pass: what is left to the place, and the next pass on the way; −1 when the place itself is next. */
function costsTo(to: Point): { weight: number; next: number }[] {
  const costs = NODES.map(({ point }) => ({
    weight: isOpen(point, to) ? greatCircleMeters(point, to) : Infinity,
    next: -1,
  }));
  const open = new Set(costs.keys());
  while (open.size > 0) {
    let nearest = -1;
    for (const node of open) {
      if (nearest < 0 || costs[node]!.weight < costs[nearest]!.weight) nearest = node;
    }
    open.delete(nearest);
    if (costs[nearest]!.weight === Infinity) break;
    const { point, crossing } = NODES[nearest]!;
    if (crossing) {
      improve(
        crossing.node,
        nearest,
        crossing.meters + crossing.ferrySeconds * METERS_PER_FERRY_SECOND,
      );
    }
    for (const node of neighboursOf(nearest)) {
      if (open.has(node)) improve(node, nearest, greatCircleMeters(point, NODES[node]!.point));
    }
  }
  return costs;

  function improve(node: number, next: number, more: number): void {
    const weight = costs[next]!.weight + more;
    if (weight < costs[node]!.weight) costs[node] = { weight, next };
  }
}

/** The lines, each with its box: most are far from most trips. */
const LINES = WATERS.map(({ line }) => {
  const lats = Float64Array.from(line, ([lat]) => lat);
  const lngs = Float64Array.from(line, ([, lng]) => lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return { lats, lngs, south, north, west: Math.min(...lngs), east: Math.max(...lngs) };
});

/** True when the straight line crosses no water. */
export function isOpen(a: Point, b: Point): boolean {
  const south = Math.min(a.lat, b.lat);
  const north = Math.max(a.lat, b.lat);
  const west = Math.min(a.lng, b.lng);
  const east = Math.max(a.lng, b.lng);
  return !LINES.some((line) =>
    line.south <= north && line.north >= south && line.west <= east && line.east >= west &&
    crosses(line, a, b)
  );
}

function crosses({ lats, lngs }: typeof LINES[number], a: Point, b: Point): boolean {
  for (let i = 1; i < lats.length; i++) {
    const [lat1, lng1, lat2, lng2] = [lats[i - 1]!, lngs[i - 1]!, lats[i]!, lngs[i]!];
    if (
      isLeft(lat1, lng1, lat2, lng2, a.lat, a.lng) !==
        isLeft(lat1, lng1, lat2, lng2, b.lat, b.lng) &&
      isLeft(a.lat, a.lng, b.lat, b.lng, lat1, lng1) !==
        isLeft(a.lat, a.lng, b.lat, b.lng, lat2, lng2)
    ) return true;
  }
  return false;
}

/** Which side of the line from the first point to the second the third is on. */
function isLeft(
  lat1: number,
  lng1: number,
  lat2: number,
  lng2: number,
  lat: number,
  lng: number,
): boolean {
  return (lng2 - lng1) * (lat - lat1) > (lat2 - lat1) * (lng - lng1);
}
