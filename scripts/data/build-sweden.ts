// Sweden's outline from Natural Earth (world-atlas): shared borders stay shared, because arcs are simplified
// before rings are put together.
import { invariant } from "../../lib/kernel/invariant.ts";
import type { Point } from "../../lib/places/place.ts";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import { decodePolyline, encodePolyline } from "../../lib/places/polyline.ts";
import type { LngLat } from "./source-packages.ts";

/** sweden.json: rings as encoded polylines, first point not repeated. */
export interface SwedenData {
  source: string;
  sweden: string[];
  neighbours: string[];
}

/** static/map/sweden.json: the same rings to look at, as encoded polylines. */
export interface CountryMap {
  sweden: string[];
  neighbours: string[];
}

/** On a map of the country a pixel is about a kilometre. */
const COUNTRY_TOLERANCE_METERS = 1_200;
/** Rings of fewer corners are specks. */
const LEAST_CORNERS = 5;

/** The outlines for the map of the country. */
export function toCountryMap({ sweden, neighbours }: SwedenData): CountryMap {
  const drawn = (rings: readonly string[]) =>
    rings.map((ring) => simplify(decodePolyline(ring), COUNTRY_TOLERANCE_METERS))
      .filter((ring) => ring.length >= LEAST_CORNERS).map(encodePolyline);
  return { sweden: drawn(sweden), neighbours: drawn(neighbours) };
}

interface Topology {
  transform: { scale: LngLat; translate: LngLat };
  arcs: LngLat[][];
  objects: { countries: { geometries: { id: string; arcs: number[][][] }[] } };
}

const SWEDEN = "752";
/** Denmark, Norway, Finland: the countries a Swedish point could be taken for. */
const NEIGHBOURS = ["208", "578", "246"];
const SWEDEN_TOLERANCE_METERS = 150;
const NEIGHBOUR_TOLERANCE_METERS = 600;
/** Only neighbour rings that come into this window matter: lng, lat, lng, lat. */
const WINDOW = [10.0, 54.9, 25.0, 69.5] as const;

/** The outline of Sweden and the parts of its neighbours that lie near it. */
export function buildSweden(worldAtlasJson: string): SwedenData {
  const topology = JSON.parse(worldAtlasJson) as Topology;
  const geometryOf = (id: string) => {
    const found = topology.objects.countries.geometries.find((geometry) => geometry.id === id);
    invariant(found, `world-atlas has no country ${id}`);
    return found;
  };
  const swedishArcs = new Set(geometryOf(SWEDEN).arcs.flat(2).map(arcIndex));
  const lines = topology.arcs.map((arc, index) =>
    simplify(
      absolute(arc, topology.transform),
      swedishArcs.has(index) ? SWEDEN_TOLERANCE_METERS : NEIGHBOUR_TOLERANCE_METERS,
    )
  );
  const ringsOf = (id: string) =>
    geometryOf(id).arcs.map((polygon) => joinArcs(polygon[0]!, lines));
  return {
    source: "Natural Earth 1:10m, public domain",
    sweden: ringsOf(SWEDEN).sort((a, b) => b.length - a.length).map(encodePolyline),
    neighbours: NEIGHBOURS.flatMap(ringsOf).filter(isNear).map(encodePolyline),
  };
}

function arcIndex(reference: number): number {
  return reference < 0 ? ~reference : reference;
}

function absolute(arc: LngLat[], { scale, translate }: Topology["transform"]): Point[] {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return { lng: x * scale[0] + translate[0], lat: y * scale[1] + translate[1] };
  });
}

function joinArcs(references: number[], lines: Point[][]): Point[] {
  const ring: Point[] = [];
  for (const reference of references) {
    const line = lines[arcIndex(reference)]!;
    const directed = reference < 0 ? line.toReversed() : line;
    ring.push(...directed.slice(0, -1));
  }
  return ring;
}

function isNear(ring: Point[]): boolean {
  return ring.some(({ lat, lng }) =>
    lng > WINDOW[0] && lat > WINDOW[1] && lng < WINDOW[2] && lat < WINDOW[3]
  );
}

/** Douglas–Peucker with a tolerance in metres; both ends stay, and a closed line keeps its farthest point. */
export function simplify(points: Point[], toleranceMeters: number): Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack: [number, number][] = [[0, points.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    let farthest = -1;
    let most = toleranceMeters;
    for (let i = first + 1; i < last; i++) {
      const meters = metersToSegment(points[i]!, points[first]!, points[last]!);
      if (meters > most) [farthest, most] = [i, meters];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    stack.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

function metersToSegment(point: Point, from: Point, to: Point): number {
  const east = METERS_PER_DEGREE * Math.cos(point.lat * Math.PI / 180);
  const [px, py] = [(point.lng - from.lng) * east, (point.lat - from.lat) * METERS_PER_DEGREE];
  const [dx, dy] = [(to.lng - from.lng) * east, (to.lat - from.lat) * METERS_PER_DEGREE];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - share * dx, py - share * dy);
}
