// The nearest piece of many lines to a point, found by a grid of small cells.
import { METERS_PER_DEGREE } from "./great-circle.ts";
import type { Point } from "./place.ts";

/** Whole degrees times this are the units of positions in a grid: 0.00001° ≈ 1 m. */
export const GRID_FACTOR = 1e5;

/** Corners of lines one after the other, in grid units; piece i leads from corner i to corner i + 1. */
export interface Corners {
  lat: Int32Array;
  lng: Int32Array;
}

/** Pieces by cell; a question looks at a few dozen of them. */
export interface SegmentGrid {
  corners: Corners;
  south: number;
  west: number;
  rows: number;
  columns: number;
  /** Entries of cell c: `first[c]` up to `first[c + 1]`. */
  first: Int32Array;
  /** Numbers of pieces, cell by cell, ascending in each. */
  piece: Int32Array;
}

/** The nearest place on a piece. */
export interface NearestPiece {
  piece: number;
  /** On the piece, rounded to grid units. */
  lat: number;
  lng: number;
  /** From the asked point. */
  meters: number;
}

/** Size of a cell in grid units: about 220 m by 240 m at the latitude of Göteborg. */
const CELL_LAT = 200;
const CELL_LNG = 400;

/** Puts the given pieces, in ascending order, into the cells their boxes touch. */
export function buildSegmentGrid(corners: Corners, pieces: readonly number[]): SegmentGrid {
  const south = least(corners.lat);
  const west = least(corners.lng);
  const rows = cellOf(most(corners.lat) - south, CELL_LAT) + 1;
  const columns = cellOf(most(corners.lng) - west, CELL_LNG) + 1;
  const grid = { corners, south, west, rows, columns };
  const first = new Int32Array(rows * columns + 1);
  for (const at of pieces) for (const cell of cellsOf(grid, at)) first[cell + 1]!++;
  for (let cell = 0; cell < rows * columns; cell++) first[cell + 1]! += first[cell]!;
  const next = first.slice();
  const piece = new Int32Array(first[rows * columns]!);
  for (const at of pieces) for (const cell of cellsOf(grid, at)) piece[next[cell]!++] = at;
  return { ...grid, first, piece };
}

/** The pieces in the cells within `meters` of a point, ascending; some lie a little outside. */
export function piecesAround(grid: SegmentGrid, point: Point, meters: number): number[] {
  const lat = point.lat * GRID_FACTOR;
  const lng = point.lng * GRID_FACTOR;
  const reachLat = meters / METERS_PER_DEGREE * GRID_FACTOR;
  const reachLng = reachLat / Math.cos(point.lat * Math.PI / 180);
  const found = new Set<number>();
  for (const cell of cellsAround(grid, lat, lng, reachLat, reachLng)) {
    for (let entry = grid.first[cell]!; entry < grid.first[cell + 1]!; entry++) {
      found.add(grid.piece[entry]!);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The nearest piece nearer than `maxMeters`, the first of equals; undefined when there is none. */
export function nearestPiece(
  grid: SegmentGrid,
  point: Point,
  maxMeters: number,
): NearestPiece | undefined {
  const lat = point.lat * GRID_FACTOR;
  const lng = point.lng * GRID_FACTOR;
  const metersLat = METERS_PER_DEGREE / GRID_FACTOR;
  const metersLng = metersLat * Math.cos(point.lat * Math.PI / 180);
  const { corners } = grid;
  let best: NearestPiece | undefined;
  let nearest = maxMeters;
  for (const cell of cellsAround(grid, lat, lng, maxMeters / metersLat, maxMeters / metersLng)) {
    for (let entry = grid.first[cell]!; entry < grid.first[cell + 1]!; entry++) {
      const i = grid.piece[entry]!;
      const ax = (corners.lng[i]! - lng) * metersLng;
      const ay = (corners.lat[i]! - lat) * metersLat;
      const dx = (corners.lng[i + 1]! - corners.lng[i]!) * metersLng;
      const dy = (corners.lat[i + 1]! - corners.lat[i]!) * metersLat;
      const squared = dx * dx + dy * dy;
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
      const meters = Math.hypot(ax + share * dx, ay + share * dy);
      if (meters >= nearest) continue;
      nearest = meters;
      best = {
        piece: i,
        lat: Math.round(lat + (ay + share * dy) / metersLat),
        lng: Math.round(lng + (ax + share * dx) / metersLng),
        meters,
      };
    }
  }
  return best;
}

type Frame = Omit<SegmentGrid, "first" | "piece">;

/** The cells the box of a piece touches. */
function* cellsOf({ corners, south, west, columns }: Frame, piece: number): Generator<number> {
  const [bottom, top] = ordered(corners.lat[piece]!, corners.lat[piece + 1]!);
  const [left, right] = ordered(corners.lng[piece]!, corners.lng[piece + 1]!);
  for (let r = cellOf(bottom - south, CELL_LAT); r <= cellOf(top - south, CELL_LAT); r++) {
    for (let c = cellOf(left - west, CELL_LNG); c <= cellOf(right - west, CELL_LNG); c++) {
      yield r * columns + c;
    }
  }
}

/** The cells within a reach, given in grid units, of a position; row by row. */
function* cellsAround(
  { south, west, rows, columns }: Frame,
  lat: number,
  lng: number,
  reachLat: number,
  reachLng: number,
): Generator<number> {
  const top = Math.min(rows - 1, cellOf(lat + reachLat - south, CELL_LAT));
  const right = Math.min(columns - 1, cellOf(lng + reachLng - west, CELL_LNG));
  const left = Math.max(0, cellOf(lng - reachLng - west, CELL_LNG));
  for (let r = Math.max(0, cellOf(lat - reachLat - south, CELL_LAT)); r <= top; r++) {
    for (let c = left; c <= right; c++) yield r * columns + c;
  }
}

function cellOf(offset: number, size: number): number {
  return Math.floor(offset / size);
}

function ordered(a: number, b: number): [least: number, most: number] {
  return a < b ? [a, b] : [b, a];
}

function least(values: Int32Array): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function most(values: Int32Array): number {
  return values.reduce((a, b) => Math.max(a, b));
}
