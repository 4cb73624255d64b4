import assert from "node:assert/strict";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import { buildSegmentGrid, GRID_FACTOR, nearestPiece } from "../../lib/places/segment-grid.ts";
import { fc } from "../support/property.ts";

const ORIGIN = { lat: 57.7, lng: 12 };
const METERS = METERS_PER_DEGREE / GRID_FACTOR;

/** A grid over corners given in metres east and north of ORIGIN; `pieces` are all, or those given. */
function gridOf(corners: [east: number, north: number][], pieces?: number[]) {
  const [lat, lng] = [corners.map(([, north]) => north), corners.map(([east]) => east)];
  return buildSegmentGrid({
    lat: Int32Array.from(lat, (north) => Math.round(ORIGIN.lat * GRID_FACTOR + north / METERS)),
    lng: Int32Array.from(lng, (east) => Math.round(ORIGIN.lng * GRID_FACTOR + east / EAST)),
  }, pieces ?? corners.slice(1).map((_, i) => i));
}

const EAST = METERS * Math.cos(ORIGIN.lat * Math.PI / 180);

function at(east: number, north: number) {
  return {
    lat: ORIGIN.lat + north / METERS_PER_DEGREE,
    lng: ORIGIN.lng + east / EAST / GRID_FACTOR,
  };
}

Deno.test("nearestPiece() measures to the line between two corners, not to the corners", () => {
  const grid = gridOf([[0, 0], [2_000, 0]]);
  const found = nearestPiece(grid, at(1_000, 50), 100);
  assert.equal(found?.piece, 0);
  assert.ok(Math.abs(found.meters - 50) < 1);
  assert.ok(Math.abs(found.lng / GRID_FACTOR - at(1_000, 0).lng) < 2e-5);
});

Deno.test("nearestPiece() knows only the pieces it was given", () => {
  // Two lines one after the other: the piece between them is none.
  const grid = gridOf([[0, 0], [100, 0], [100, 300], [0, 300]], [0, 2]);
  assert.equal(nearestPiece(grid, at(100, 150), 100), undefined);
  assert.equal(nearestPiece(grid, at(50, 290), 100)?.piece, 2);
});

Deno.test("nearestPiece() finds what a look at every piece finds, whatever the lines", () => {
  const meters = fc.integer({ min: -1_500, max: 1_500 });
  const corner = fc.tuple(meters, meters);
  fc.assert(fc.property(
    fc.array(corner, { minLength: 2, maxLength: 12 }),
    corner,
    fc.integer({ min: 10, max: 900 }),
    (corners, [east, north], reach) => {
      const grid = gridOf(corners);
      const alone = grid.corners.lat.length - 1;
      const least = Math.min(
        ...Array.from(
          { length: alone },
          (_, piece) =>
            nearestPiece(gridOf(corners, [piece]), at(east, north), 1e7)?.meters ?? Infinity,
        ),
      );
      const found = nearestPiece(grid, at(east, north), reach);
      assert.equal(found?.meters, least < reach ? least : undefined);
    },
  ));
});
