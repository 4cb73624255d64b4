// The nearest place on a road where a car can stop.
import type { Point } from "../places/place.ts";
import { buildSegmentGrid, nearestPiece, type SegmentGrid } from "../places/segment-grid.ts";
import { GRAPH_FACTOR, type RoadGraph } from "./road-graph.ts";

/** A stop farther than this from any road is not served by the road network. */
export const MAX_SNAP_METERS = 400;
/** A road behind a gate is taken only where it is this much nearer than any other: a driver may wait outside. */
export const GATE_METERS = 50;

/** A place on a stretch of road, and the place it was asked for. */
export interface Snap {
  stretch: number;
  /** Number of the shape piece it lies on: 0 is the one that starts at the from-node. */
  piece: number;
  /** On the road, rounded to graph units. */
  lat: number;
  lng: number;
  /** The asked point, rounded to graph units: where the trip's line starts or ends. */
  askedLat: number;
  askedLng: number;
  /** From the asked point to the road. */
  meters: number;
}

/** Every piece of road a car may stop on, by cells. */
export interface SnapGrid {
  graph: RoadGraph;
  segments: SegmentGrid;
  /** The private ones, which are not among `segments`. */
  gated: SegmentGrid;
  /** The stretch each shape position belongs to. */
  stretchOf: Int32Array;
}

/** Puts every piece of road a car may stop on into a grid. */
export function buildSnapGrid(graph: RoadGraph): SnapGrid {
  const stretchOf = new Int32Array(graph.shapeLat.length);
  const [pieces, gated]: [number[], number[]] = [[], []];
  for (let s = 0; s < graph.from.length; s++) {
    const end = graph.shapeFirst[s + 1]!;
    stretchOf.fill(s, graph.shapeFirst[s]!, end);
    if (!graph.canStop[s]) continue;
    for (let i = graph.shapeFirst[s]!; i + 1 < end; i++) {
      (graph.isPrivate[s] ? gated : pieces).push(i);
    }
  }
  const corners = { lat: graph.shapeLat, lng: graph.shapeLng };
  return {
    graph,
    segments: buildSegmentGrid(corners, pieces),
    gated: buildSegmentGrid(corners, gated),
    stretchOf,
  };
}

/** The nearest point on a road within MAX_SNAP_METERS, or undefined; see GATE_METERS for private ones. */
export function snapToRoad(
  { graph, segments, gated, stretchOf }: SnapGrid,
  point: Point,
): Snap | undefined {
  const outside = nearestPiece(segments, point, MAX_SNAP_METERS);
  const reach = outside ? outside.meters - GATE_METERS : MAX_SNAP_METERS;
  const found = (reach > 0 ? nearestPiece(gated, point, reach) : undefined) ?? outside;
  if (!found) return undefined;
  const stretch = stretchOf[found.piece]!;
  return {
    stretch,
    piece: found.piece - graph.shapeFirst[stretch]!,
    lat: found.lat,
    lng: found.lng,
    askedLat: Math.round(point.lat * GRAPH_FACTOR),
    askedLng: Math.round(point.lng * GRAPH_FACTOR),
    meters: found.meters,
  };
}
