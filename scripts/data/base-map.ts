// Roads to look at: joined into long lines, simplified, in three weights.
import type { Point } from "../../lib/places/place.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";
import { simplify } from "./build-sweden.ts";
import type { OsmFeature } from "./source-packages.ts";

/** static/map/goteborg-roads.json without its source: encoded polylines (precision 5), heaviest roads first. */
export interface BaseMap {
  /** South, west, north, east of all lines. */
  bounds: [number, number, number, number];
  weights: { name: RoadWeight; lines: string[] }[];
}

/** How heavy a road is drawn. */
export type RoadWeight = "major" | "medium" | "minor";

const WEIGHTS: Record<RoadWeight, RegExp> = {
  major: /^(motorway|trunk)(_link)?$/,
  medium: /^(primary|secondary|tertiary)(_link)?$/,
  minor: /^(unclassified|residential|living_street|pedestrian|road)$/,
};
const MAP_TOLERANCE_METERS = 4;

/** The base map for the drawing in the browser. */
export function toBaseMap(features: OsmFeature[]): BaseMap {
  const layers = layersOf(features, MAP_TOLERANCE_METERS);
  const points = layers.flatMap(({ lines }) => lines.flat());
  const lats = points.map((point) => point.lat);
  const lngs = points.map((point) => point.lng);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return {
    bounds: [least(lats), least(lngs), most(lats), most(lngs)],
    weights: layers.map(({ name, lines }) => ({ name, lines: lines.map(encodePolyline) })),
  };
}

interface Window {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The window of the picture on the home page: Frihamnen to Örgryte, Järntorget to Gamlestaden. */
const HERO: Window = { south: 57.6845, west: 11.925, north: 57.7225, east: 12.0175 };
/** The strip of it that a window below 900 px shows, see `.hero-map` in Home.css: a third of the bytes. */
const HERO_STRIP: Window = { ...HERO, south: 57.6892, north: 57.6994 };
const HERO_TOLERANCE_METERS = 3;
/** Drawing units per degree of latitude: the picture is about 1360 units wide. */
const HERO_WIDTH = 1360;
const STROKES: Record<RoadWeight, number> = { major: 4, medium: 2.2, minor: 1 };

/** The whole picture, and the same one with nothing but the roads of the strip. */
export function drawHeroes(features: OsmFeature[]): { whole: string; strip: string } {
  return { whole: drawHero(features, HERO), strip: drawHero(features, HERO_STRIP) };
}

/** An SVG without a colour of its own: roads take --map-road, else the text colour; safe to inline. */
function drawHero(features: OsmFeature[], shown: Window): string {
  const east = Math.cos((HERO.south + HERO.north) / 2 * Math.PI / 180);
  const scale = HERO_WIDTH / ((HERO.east - HERO.west) * east);
  const height = Math.round((HERO.north - HERO.south) * scale);
  const project = ({ lat, lng }: Point): [number, number] => [
    Math.round((lng - HERO.west) * east * scale * 2) / 2,
    Math.round((HERO.north - lat) * scale * 2) / 2,
  ];
  const groups = layersOf(features, HERO_TOLERANCE_METERS).reverse()
    .map(({ name, lines }) => {
      const d = lines.flatMap((line) => inside(line, shown)).map((line) =>
        toPath(line.map(project))
      ).join("");
      return `<path class="road road-${name}" stroke-width="${STROKES[name]}" d="${d}"/>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${HERO_WIDTH} ${height}" ` +
    `preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">`,
    `<!-- © OpenStreetMap contributors, ODbL -->`,
    `<g fill="none" stroke="var(--map-road, currentColor)" stroke-linecap="round" stroke-linejoin="round">`,
    ...groups,
    "</g></svg>",
    "",
  ].join("\n");
}

function layersOf(
  features: OsmFeature[],
  toleranceMeters: number,
): { name: RoadWeight; lines: Point[][] }[] {
  return (Object.keys(WEIGHTS) as RoadWeight[]).map((name) => {
    const lines = features.flatMap(({ properties, geometry }) => {
      if (!WEIGHTS[name].test(properties.highway ?? "") || properties.area === "yes") return [];
      if (geometry.type !== "LineString") return [];
      return [geometry.coordinates.map(([lng, lat]) => ({ lat, lng }))];
    });
    return { name, lines: joinLines(lines).map((line) => simplify(line, toleranceMeters)) };
  });
}

/** Joins lines end to start as long as that is possible; fewer, longer lines simplify and pack better. */
export function joinLines(lines: Point[][]): Point[][] {
  const byStart = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const start = key(line[0]!);
    byStart.set(start, [...byStart.get(start) ?? [], i]);
  });
  const used = new Uint8Array(lines.length);
  const ends = new Set(lines.map((line) => key(line.at(-1)!)));
  const joined: Point[][] = [];
  const follow = (first: number) => {
    const line = [...lines[first]!];
    used[first] = 1;
    for (;;) {
      const next = byStart.get(key(line.at(-1)!))?.find((i) => !used[i]);
      if (next === undefined) break;
      used[next] = 1;
      line.push(...lines[next]!.slice(1));
    }
    joined.push(line);
  };
  // Beginnings of chains first, then what is left: rings.
  lines.forEach((line, i) => !used[i] && !ends.has(key(line[0]!)) && follow(i));
  lines.forEach((_, i) => !used[i] && follow(i));
  return joined;
}

function key({ lat, lng }: Point): string {
  return `${lat},${lng}`;
}

/** Runs of points inside the window, with one point beyond each rim so that lines reach it. */
function inside(line: Point[], shown: Window): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!];
    if (touches(from, to, shown)) {
      if (run.length === 0) run.push(from);
      run.push(to);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function touches(a: Point, b: Point, { south, west, north, east }: Window): boolean {
  return Math.max(a.lat, b.lat) > south && Math.min(a.lat, b.lat) < north &&
    Math.max(a.lng, b.lng) > west && Math.min(a.lng, b.lng) < east;
}

function toPath(points: [number, number][]): string {
  let [x, y] = points[0]!;
  let path = `M${number(x)} ${number(y)}l`;
  let isFirst = true;
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX === x && nextY === y) continue;
    const dx = number(nextX - x);
    const dy = number(nextY - y);
    path += (isFirst || dx.startsWith("-") ? "" : " ") + dx + (dy.startsWith("-") ? "" : " ") + dy;
    [x, y, isFirst] = [nextX, nextY, false];
  }
  return isFirst ? "" : path;
}

/** As short as SVG allows: ".5", "-3". */
function number(value: number): string {
  return String(value).replace(/^(-?)0\./, "$1.");
}
