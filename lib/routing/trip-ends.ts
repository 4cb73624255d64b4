// Where a trip starts and ends on the road network, and the line it follows, in graph units.
import { encodePolyline } from "../places/polyline.ts";
import { accessSeconds } from "./access.ts";
import { driveCost, junctionSeconds } from "./drive-cost.ts";
import { type Arcs, GRAPH_FACTOR, gridMeters, type RoadGraph } from "./road-graph.ts";
import type { FoundPath, Terminal } from "./shortest-path.ts";
import type { Snap } from "./snap.ts";

/** A line on the map in graph units, latitudes and longitudes apart. */
export interface Line {
  lats: number[];
  lngs: number[];
}

/** Metres between the place that was asked for and the road; they are part of the trip. */
export function accessMeters({ askedLat, askedLng, lat, lng }: Snap): number {
  return gridMeters(askedLat, askedLng, lat, lng);
}

/**
 * Nodes a car can drive to from the place of a snap, with their cost: one on a one-way road, two elsewhere. A snap on
 * the from-node stands at the junction and may take any road from there.
 */
export function departures(graph: RoadGraph, snap: Snap): Terminal[] {
  const share = shareAt(graph, snap);
  const [from, to] = [graph.from[snap.stretch]!, graph.to[snap.stretch]!];
  const leave = (node: number, part: number): Terminal => ({
    node,
    cost: accessCost(snap) + partCost(graph, snap.stretch, part) +
      (part === 0 ? 0 : junctionSeconds(graph, snap.stretch, node)),
  });
  const ahead = leave(to, 1 - share);
  return graph.isOneway[snap.stretch] && share > 0 ? [ahead] : [ahead, leave(from, share)];
}

/** Nodes from which a car can drive to the place of a snap, with cost; one on the to-node is reached by any road there. */
export function arrivals(graph: RoadGraph, snap: Snap): Terminal[] {
  const share = shareAt(graph, snap);
  const [from, to] = [graph.from[snap.stretch]!, graph.to[snap.stretch]!];
  const access = accessCost(snap);
  const viaFrom = { node: from, cost: access + partCost(graph, snap.stretch, share) };
  return graph.isOneway[snap.stretch] && share < 1
    ? [viaFrom]
    : [viaFrom, { node: to, cost: access + partCost(graph, snap.stretch, 1 - share) }];
}

/** Two stops across a one-way street from one another snap to one spot, give or take this. */
const ROUNDING_METERS = 3;

/** Cost of driving straight along one stretch when both ends lie on it and the direction is allowed. */
export function directCost(graph: RoadGraph, from: Snap, to: Snap): number | undefined {
  if (from.stretch !== to.stretch) return undefined;
  const ahead = shareAt(graph, to) - shareAt(graph, from);
  const metersBack = -ahead * graph.meters[from.stretch]!;
  if (metersBack > ROUNDING_METERS && graph.isOneway[from.stretch]) return undefined;
  return accessCost(from) + partCost(graph, from.stretch, Math.abs(ahead)) + accessCost(to);
}

/** The line between the places of two snaps on one stretch. */
export function directLine(graph: RoadGraph, from: Snap, to: Snap): Line {
  const isAhead = shareAt(graph, to) >= shareAt(graph, from);
  const [first, last] = isAhead ? [from, to] : [to, from];
  const start = graph.shapeFirst[from.stretch]!;
  const line = lineOf(graph, start + first.piece + 1, start + last.piece + 1, first);
  push(line, last.lat, last.lng);
  const driven = isAhead ? line : reversed(line);
  const whole = askedPoint(from);
  append(whole, driven);
  append(whole, askedPoint(to));
  return whole;
}

/** From the asked place over the snap to the node it leaves by. */
export function lineFromSnap(graph: RoadGraph, snap: Snap, node: number): Line {
  const [ahead, back] = halves(graph, snap);
  const isAhead = node === graph.to[snap.stretch] &&
    (graph.isOneway[snap.stretch] || node !== graph.from[snap.stretch] ||
      shareAt(graph, snap) >= 0.5);
  const line = askedPoint(snap);
  append(line, isAhead ? ahead : back);
  return line;
}

/** From the node it arrives by over the snap to the asked place. */
export function lineToSnap(graph: RoadGraph, snap: Snap, node: number): Line {
  const [ahead, back] = halves(graph, snap);
  const isByFrom = node === graph.from[snap.stretch] &&
    (graph.isOneway[snap.stretch] || node !== graph.to[snap.stretch] ||
      shareAt(graph, snap) < 0.5);
  const line = reversed(isByFrom ? back : ahead);
  append(line, askedPoint(snap));
  return line;
}

/** Appends the shapes of a path's arcs, which start where the line ends. */
export function appendArcs(
  graph: RoadGraph,
  arcs: Arcs,
  path: Pick<FoundPath, "arcs" | "start">,
  line: Line,
): number {
  let node = path.start;
  for (const arc of path.arcs) {
    const stretch = arcs.stretch[arc]!;
    const shape = lineOf(graph, graph.shapeFirst[stretch]!, graph.shapeFirst[stretch + 1]!);
    append(line, graph.from[stretch] === node ? shape : reversed(shape));
    node = arcs.node[arc]!;
  }
  return node;
}

/** The part of a path's cost that is no time. */
export function entryCostOf(arcs: Arcs, path: Pick<FoundPath, "arcs">): number {
  return path.arcs.reduce((sum, arc) => sum + arcs.entryCost[arc]!, 0);
}

/** Appends a line, without doubling the point where the two meet. */
export function append(line: Line, more: Line): void {
  for (let i = 0; i < more.lats.length; i++) push(line, more.lats[i]!, more.lngs[i]!);
}

/** Metres along the line. */
export function lineLength({ lats, lngs }: Line): number {
  let meters = 0;
  for (let i = 1; i < lats.length; i++) {
    meters += gridMeters(lats[i - 1]!, lngs[i - 1]!, lats[i]!, lngs[i]!);
  }
  return meters;
}

/** The line as an encoded polyline. */
export function toPolyline({ lats, lngs }: Line): string {
  return encodePolyline(
    lats.map((lat, i) => ({ lat: lat / GRAPH_FACTOR, lng: lngs[i]! / GRAPH_FACTOR })),
  );
}

/** The same line driven the other way. */
export function reversed({ lats, lngs }: Line): Line {
  return { lats: lats.toReversed(), lngs: lngs.toReversed() };
}

function accessCost(snap: Snap): number {
  const meters = accessMeters(snap);
  return driveCost(accessSeconds(meters), meters);
}

function askedPoint({ askedLat, askedLng }: Snap): Line {
  return { lats: [askedLat], lngs: [askedLng] };
}

function partCost(graph: RoadGraph, stretch: number, share: number): number {
  return driveCost(graph.seconds[stretch]!, graph.meters[stretch]!) * share;
}

/** Share of the stretch, 0–1 by length, between its from-node and the snap. */
function shareAt(graph: RoadGraph, snap: Snap): number {
  if (isAt(graph, snap, graph.from[snap.stretch]!)) return 0;
  if (isAt(graph, snap, graph.to[snap.stretch]!)) return 1;
  const [, back] = halves(graph, snap);
  return Math.min(1, lineLength(back) / graph.meters[snap.stretch]!);
}

function isAt({ nodeLat, nodeLng }: RoadGraph, { lat, lng }: Snap, node: number): boolean {
  return nodeLat[node] === lat && nodeLng[node] === lng;
}

/** From the snap to the to-node, and from the snap to the from-node. */
function halves(graph: RoadGraph, snap: Snap): [ahead: Line, back: Line] {
  const start = graph.shapeFirst[snap.stretch]!;
  const end = graph.shapeFirst[snap.stretch + 1]!;
  const ahead = lineOf(graph, start + snap.piece + 1, end, snap);
  const toSnap = lineOf(graph, start, start + snap.piece + 1);
  push(toSnap, snap.lat, snap.lng);
  return [ahead, reversed(toSnap)];
}

function lineOf(
  graph: RoadGraph,
  first: number,
  end: number,
  before?: { lat: number; lng: number },
): Line {
  const line: Line = before ? { lats: [before.lat], lngs: [before.lng] } : { lats: [], lngs: [] };
  for (let i = first; i < end; i++) push(line, graph.shapeLat[i]!, graph.shapeLng[i]!);
  return line;
}

function push({ lats, lngs }: Line, lat: number, lng: number): void {
  if (lats.at(-1) === lat && lngs.at(-1) === lng) return;
  lats.push(lat);
  lngs.push(lng);
}
