// The nearest place on a road where a car can stop, found by a grid of small cells.
import type { Point } from "../places/place.ts";
import { METERS_PER_DEGREE } from "../places/great-circle.ts";
import { GRAPH_FACTOR, type RoadGraph } from "./road-graph.ts";

/** A stop farther than this from any road is not served by the road network. */
export const MAX_SNAP_METERS = 400;

/** A place on a stretch of road. */
export interface Snap {
  stretch: number;
  /** Number of the shape piece it lies on: 0 is the one that starts at the from-node. */
  piece: number;
  /** On the road, rounded to graph units. */
  lat: number;
  lng: number;
  /** From the asked point to the road. */
  meters: number;
}

/** Stretches by cell; asks for one point take a few dozen pieces into account. */
export interface SnapGrid {
  graph: RoadGraph;
  south: number;
  west: number;
  rows: number;
  columns: number;
  /** Entries of cell c: `first[c]` up to `first[c + 1]`. */
  first: Int32Array;
  stretch: Int32Array;
  piece: Int32Array;
}

/** Size of a cell in graph units: about 220 m by 240 m at this latitude. */
const CELL_LAT = 200;
const CELL_LNG = 400;

/** Puts every piece of road a car may stop on into the cells its box touches. */
export function buildSnapGrid(graph: RoadGraph): SnapGrid {
  const south = least(graph.shapeLat);
  const west = least(graph.shapeLng);
  const rows = Math.floor((-least(graph.shapeLat.map((v) => -v)) - south) / CELL_LAT) + 1;
  const columns = Math.floor((-least(graph.shapeLng.map((v) => -v)) - west) / CELL_LNG) + 1;
  const entries: [cell: number, stretch: number, piece: number][] = [];
  for (let s = 0; s < graph.from.length; s++) {
    if (!graph.canStop[s]) continue;
    const start = graph.shapeFirst[s]!;
    for (let i = start; i + 1 < graph.shapeFirst[s + 1]!; i++) {
      const [bottom, top] = ordered(graph.shapeLat[i]!, graph.shapeLat[i + 1]!);
      const [left, right] = ordered(graph.shapeLng[i]!, graph.shapeLng[i + 1]!);
      for (let r = cell(bottom - south, CELL_LAT); r <= cell(top - south, CELL_LAT); r++) {
        for (let c = cell(left - west, CELL_LNG); c <= cell(right - west, CELL_LNG); c++) {
          entries.push([r * columns + c, s, i - start]);
        }
      }
    }
  }
  entries.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const first = new Int32Array(rows * columns + 1);
  for (const [at] of entries) first[at + 1]!++;
  for (let at = 0; at < rows * columns; at++) first[at + 1]! += first[at]!;
  return {
    graph,
    south,
    west,
    rows,
    columns,
    first,
    stretch: Int32Array.from(entries, (entry) => entry[1]),
    piece: Int32Array.from(entries, (entry) => entry[2]),
  };
}

/** The nearest point on a road within MAX_SNAP_METERS, or undefined. */
export function snapToRoad(grid: SnapGrid, point: Point): Snap | undefined {
  const { graph } = grid;
  const lat = point.lat * GRAPH_FACTOR;
  const lng = point.lng * GRAPH_FACTOR;
  const metersLat = METERS_PER_DEGREE / GRAPH_FACTOR;
  const metersLng = metersLat * Math.cos(point.lat * Math.PI / 180);
  const row = cell(lat - grid.south, CELL_LAT);
  const column = cell(lng - grid.west, CELL_LNG);
  const reach = Math.ceil(MAX_SNAP_METERS / (CELL_LAT * metersLat));
  const reachLng = Math.ceil(MAX_SNAP_METERS / (CELL_LNG * metersLng));
  let best: Snap | undefined;
  let nearest = MAX_SNAP_METERS;
  for (let r = Math.max(0, row - reach); r <= Math.min(grid.rows - 1, row + reach); r++) {
    for (
      let c = Math.max(0, column - reachLng);
      c <= Math.min(grid.columns - 1, column + reachLng);
      c++
    ) {
      const at = r * grid.columns + c;
      for (let entry = grid.first[at]!; entry < grid.first[at + 1]!; entry++) {
        const stretch = grid.stretch[entry]!;
        const piece = grid.piece[entry]!;
        const i = graph.shapeFirst[stretch]! + piece;
        const ax = (graph.shapeLng[i]! - lng) * metersLng;
        const ay = (graph.shapeLat[i]! - lat) * metersLat;
        const dx = (graph.shapeLng[i + 1]! - graph.shapeLng[i]!) * metersLng;
        const dy = (graph.shapeLat[i + 1]! - graph.shapeLat[i]!) * metersLat;
        const squared = dx * dx + dy * dy;
        const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
        const meters = Math.hypot(ax + share * dx, ay + share * dy);
        if (meters >= nearest) continue;
        nearest = meters;
        best = {
          stretch,
          piece,
          lat: Math.round(lat + (ay + share * dy) / metersLat),
          lng: Math.round(lng + (ax + share * dx) / metersLng),
          meters,
        };
      }
    }
  }
  return best;
}

function cell(offset: number, size: number): number {
  return Math.floor(offset / size);
}

function ordered(a: number, b: number): [least: number, most: number] {
  return a < b ? [a, b] : [b, a];
}

function least(values: Int32Array): number {
  return values.reduce((a, b) => Math.min(a, b));
}
