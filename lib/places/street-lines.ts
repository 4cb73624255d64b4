// The lines of the streets we know, to tell which one a point lies on.
import streetsData from "./data/street-lines.json" with { type: "json" };
import type { Point } from "./place.ts";
import { decodePolyline } from "./polyline.ts";
import { buildSegmentGrid, GRID_FACTOR, nearestPiece, type SegmentGrid } from "./segment-grid.ts";

/** Every piece of street, by cells. */
export interface StreetLines {
  segments: SegmentGrid;
  /** Number of the place each corner belongs to. */
  placeOf: Uint16Array;
}

/** A street and how far off it is. */
export interface NearStreet {
  /** Number of the place in the index. */
  place: number;
  /** On the street. */
  point: Point;
  meters: number;
}

/** Reads the lines that ship with the product (`id line line …`), about ten milliseconds. */
export function loadStreetLines(byId: ReadonlyMap<string, number>): StreetLines {
  const lats: number[] = [];
  const lngs: number[] = [];
  const placeOf: number[] = [];
  const pieces: number[] = [];
  for (const row of streetsData.rows) {
    const [id = "", ...lines] = row.split(" ");
    const place = byId.get(id);
    // A street the places no longer have is none a point can be named after.
    if (place === undefined) continue;
    for (const line of lines) {
      const points = decodePolyline(line);
      for (const [i, { lat, lng }] of points.entries()) {
        if (i + 1 < points.length) pieces.push(lats.length);
        lats.push(Math.round(lat * GRID_FACTOR));
        lngs.push(Math.round(lng * GRID_FACTOR));
        placeOf.push(place);
      }
    }
  }
  const corners = { lat: Int32Array.from(lats), lng: Int32Array.from(lngs) };
  return { segments: buildSegmentGrid(corners, pieces), placeOf: Uint16Array.from(placeOf) };
}

/** The street nearest to the point, measured to the street's own line; undefined when none is within `maxMeters`. */
export function nearestStreet(
  { segments, placeOf }: StreetLines,
  point: Point,
  maxMeters: number,
): NearStreet | undefined {
  const found = nearestPiece(segments, point, maxMeters);
  return found && {
    place: placeOf[found.piece]!,
    point: { lat: found.lat / GRID_FACTOR, lng: found.lng / GRID_FACTOR },
    meters: found.meters,
  };
}
