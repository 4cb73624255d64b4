// Named streets of the Göteborg extract: one entry per name and municipality, with a point on the street itself.
import type { Point } from "../../lib/places/place.ts";
import { greatCircleMeters, lineMeters } from "../../lib/places/great-circle.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";
import { joinLines } from "./base-map.ts";
import { simplify } from "./build-sweden.ts";
import { NEIGHBOUR_AREAS } from "./municipalities.ts";
import type { LngLat, OsmFeature } from "./source-packages.ts";

/** A street people can ask for. */
export interface Street {
  name: string;
  area: string;
  /** On the street: the middle of its longest connected part. */
  point: Point;
  /** 0–100: longer streets and larger roads first. */
  weight: number;
  /** Encoded polyline of points along all parts, about TRACE_STEP_METERS apart; for the streets around a place. */
  trace: string;
  /** The street itself, all parts. */
  lines: Point[][];
  /** The ways a car drives on, or all of them where no car does. */
  ways: Point[][];
}

/** Parts of one name farther apart than this are different streets if the municipality differs too. */
const SAME_STREET_GAP_METERS = 400;
const TRACE_STEP_METERS = 70;
/** A street keeps at most this many trace points; a longer one gets them farther apart. */
const MAX_TRACE_POINTS = 20;
/** A drawn street may leave the surveyed line by this much: less than any street is wide. */
const LINE_TOLERANCE_METERS = 1.5;
/** Ways nobody is picked up from: being built, tram platforms, and roads without a kerb. */
const NOT_A_STREET = new Set(["construction", "platform", "motorway", "motorway_link"]);
/** Names in the extract that are no streets, or misspelt twins. */
const NOT_A_NAME = /^.{1,2}$|motet$|tunneln$|^\d+$|^Kungsportsavenyn$|^Planerad /;
const CLASS_WEIGHT: Record<string, number> = {
  primary: 8,
  secondary: 8,
  tertiary: 7,
  unclassified: 6,
  residential: 5,
  living_street: 5,
  pedestrian: 6,
  service: 3,
};

/** All streets, ordered by name; parts with the same name in one municipality are one street. */
export function collectStreets(features: OsmFeature[]): Street[] {
  const byKey = new Map<string, { name: string; area: string; ways: Way[] }>();
  for (const feature of features) {
    const { name, highway = "" } = feature.properties;
    if (!name || NOT_A_NAME.test(name) || NOT_A_STREET.has(highway)) continue;
    const points = ringOrLine(feature).map(([lng, lat]) => ({ lat, lng }));
    const area = areaOf(points[Math.floor(points.length / 2)]!);
    // "Albin Holms Backe" and "Albin Holms backe" are one street.
    const key = `${name.toLowerCase()}|${area}`;
    const street = byKey.get(key) ?? { name, area, ways: [] };
    street.ways.push({ points, classWeight: CLASS_WEIGHT[highway] ?? 1 });
    byKey.set(key, street);
  }
  mergeAcrossBorders(byKey);
  return [...byKey.values()].map(toStreet)
    .sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : a.area < b.area ? -1 : 1);
}

interface Way {
  points: Point[];
  classWeight: number;
}

function ringOrLine(feature: OsmFeature): LngLat[] {
  return feature.geometry.type === "Polygon"
    ? feature.geometry.coordinates[0]!
    : feature.geometry.coordinates;
}

function areaOf(point: Point): string {
  return NEIGHBOUR_AREAS.find(({ ring }) => isInside(ring, point))?.name ?? "Göteborg";
}

function isInside(ring: LngLat[], { lat, lng }: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[j]!;
    if (y1 > lat !== y2 > lat && lng < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** A street that crosses the border is one street: the shorter side joins the longer when they touch. */
function mergeAcrossBorders(byKey: Map<string, { name: string; area: string; ways: Way[] }>): void {
  const byName = new Map<string, string[]>();
  for (const key of byKey.keys()) {
    const name = key.split("|")[0]!;
    byName.set(name, [...byName.get(name) ?? [], key]);
  }
  for (const keys of byName.values()) {
    if (keys.length < 2) continue;
    keys.sort((a, b) => wayMeters(byKey.get(b)!.ways) - wayMeters(byKey.get(a)!.ways));
    const main = byKey.get(keys[0]!)!;
    for (const key of keys.slice(1)) {
      const other = byKey.get(key)!;
      if (gapMeters(main.ways, other.ways) > SAME_STREET_GAP_METERS) continue;
      main.ways.push(...other.ways);
      byKey.delete(key);
    }
  }
}

function wayMeters(ways: Way[]): number {
  return ways.reduce((sum, way) => sum + lineMeters(way.points), 0);
}

function gapMeters(a: Way[], b: Way[]): number {
  let gap = Infinity;
  for (const p of a.flatMap((way) => way.points)) {
    for (const q of b.flatMap((way) => way.points)) gap = Math.min(gap, greatCircleMeters(p, q));
  }
  return gap;
}

function toStreet({ name, area, ways }: { name: string; area: string; ways: Way[] }): Street {
  const parts = connectedParts(ways);
  const longest = parts.reduce((best, part) => wayMeters(part) > wayMeters(best) ? part : best);
  const lengthBonus = Math.min(6, Math.log2(1 + wayMeters(ways) / 200) * 2);
  const classWeight = Math.max(...ways.map((way) => way.classWeight));
  return {
    name,
    area,
    point: middleOf(longest),
    weight: Math.round(38 + classWeight + lengthBonus),
    trace: encodePolyline(tracePoints(ways)),
    lines: joinLines(ways.map((way) => way.points))
      .map((line) => simplify(line, LINE_TOLERANCE_METERS)),
    ways: forCars(ways).map(({ points }) => points),
  };
}

/** Ways that share a point belong together; OSM joins ways at shared nodes. */
function connectedParts(ways: Way[]): Way[][] {
  const parts: Way[][] = [];
  const rest = [...ways];
  while (rest.length > 0) {
    const part = [rest.pop()!];
    for (let i = 0; i < part.length; i++) {
      const nodes = new Set(part[i]!.points.map(pointKey));
      for (let j = rest.length - 1; j >= 0; j--) {
        if (rest[j]!.points.some((point) => nodes.has(pointKey(point)))) {
          part.push(...rest.splice(j, 1));
        }
      }
    }
    parts.push(part);
  }
  return parts;
}

function pointKey(point: Point): string {
  return `${point.lat},${point.lng}`;
}

/** The point on the part nearest to its centre of gravity, cars' ways preferred to footways beside them. */
function middleOf(part: Way[]): Point {
  const samples = forCars(part).flatMap((way) => along(way.points, 10));
  const centre = {
    lat: samples.reduce((sum, point) => sum + point.lat, 0) / samples.length,
    lng: samples.reduce((sum, point) => sum + point.lng, 0) / samples.length,
  };
  return samples.reduce((best, point) =>
    greatCircleMeters(point, centre) < greatCircleMeters(best, centre) ? point : best
  );
}

function forCars(ways: Way[]): Way[] {
  const driven = ways.filter((way) => way.classWeight > 1);
  return driven.length > 0 ? driven : ways;
}

function tracePoints(ways: Way[]): Point[] {
  for (let step = TRACE_STEP_METERS;; step *= 1.3) {
    const kept: Point[] = [];
    for (const point of ways.flatMap((way) => along(way.points, 20))) {
      if (kept.every((other) => greatCircleMeters(other, point) >= step)) kept.push(point);
    }
    if (kept.length <= MAX_TRACE_POINTS) return kept;
  }
}

/** Points along a line at most `stepMeters` apart, its corners included. */
function along(points: Point[], stepMeters: number): Point[] {
  const result = [points[0]!];
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]!;
    const to = points[i]!;
    const pieces = Math.ceil(greatCircleMeters(from, to) / stepMeters);
    for (let k = 1; k <= pieces; k++) {
      result.push({
        lat: from.lat + (to.lat - from.lat) * k / pieces,
        lng: from.lng + (to.lng - from.lng) * k / pieces,
      });
    }
  }
  return result;
}
