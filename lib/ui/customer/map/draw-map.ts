// The city's roads on a Leaflet canvas, in the colours of the page. Loaded only when somebody wants a map.
// @ts-types="npm:@types/leaflet@1.9.22"
import {
  Canvas,
  type LatLngBounds,
  latLngBounds,
  type LatLngBoundsExpression,
  Map as LeafletMap,
  polyline,
} from "npm:leaflet@1.9.4";
import { decodePolyline } from "../../../places/polyline.ts";
import type { Point } from "../../../places/place.ts";

/** The road drawing the server sends: encoded polylines, heaviest roads first. */
interface BaseMap {
  source: string;
  /** South, west, north, east of all lines. */
  bounds: [number, number, number, number];
  weights: { name: "major" | "medium" | "minor"; lines: string[] }[];
}

/** Line width of each weight at city zoom, in pixels. */
const WIDTHS = { major: 3.2, medium: 1.8, minor: 0.9 } as const;

/** Lines the map draws at most; the whole city has about six thousand. */
const MAX_LINES = 20_000;

/**
 * Makes a map of the roads at `roadsUrl` in `place`, showing `bounds`; an interactive one takes keys and wheel.
 * `known` is where there are roads to show. Throws when they cannot be had.
 */
export async function drawMap(
  place: HTMLElement,
  roadsUrl: string,
  bounds: LatLngBoundsExpression,
  { isInteractive = false, padding = 36 } = {},
): Promise<{ map: LeafletMap; known: LatLngBounds }> {
  const response = await fetch(roadsUrl);
  if (!response.ok) throw new Error(`Cannot load the map: HTTP ${response.status}`);
  const base = await response.json() as BaseMap;
  const map = newMap(place, { isInteractive });
  map.attributionControl.addAttribution(base.source);
  map.fitBounds(bounds, { padding: [padding, padding], maxZoom: 16 });
  drawRoads(map, base, colorOf(place, "map-road-color"));
  const [south, west, north, east] = base.bounds;
  return { map, known: latLngBounds([south, west], [north, east]) };
}

/** An empty map in `place`. */
export function newMap(
  place: HTMLElement,
  { isInteractive = false, maxZoom = 17 } = {},
): LeafletMap {
  const map = new LeafletMap(place, {
    renderer: new Canvas({ padding: 0.3 }),
    zoomControl: false,
    scrollWheelZoom: isInteractive,
    // A picture needs no stop for the keyboard; a map to work with does.
    keyboard: isInteractive,
    // All of Sweden on a telephone.
    minZoom: 3,
    maxZoom,
  });
  map.attributionControl.setPrefix(false);
  return map;
}

function drawRoads(map: LeafletMap, base: BaseMap, color: string): void {
  // Roads keep their look when the map shows more of the country: thinner as it zooms out.
  const scale = () => Math.min(1.6, Math.max(0.4, 2 ** (map.getZoom() - 13)));
  const roads = base.weights.toReversed().flatMap(({ name, lines }) =>
    lines.slice(0, MAX_LINES).map((line) => {
      const weight = WIDTHS[name] * scale();
      const options = { color, weight, interactive: false, smoothFactor: 1.5 };
      return { name, line: polyline(latLngs(line), options).addTo(map) };
    })
  );
  map.on("zoomend", () => {
    for (const { name, line } of roads) line.setStyle({ weight: WIDTHS[name] * scale() });
  });
}

/** Points of an encoded polyline as Leaflet wants them. */
export function latLngs(encoded: string): [number, number][] {
  return decodePolyline(encoded).map(({ lat, lng }: Point) => [lat, lng]);
}

/** The colour the style sheet gives `className`, resolved for the scheme in use, for the canvas. */
export function colorOf(place: HTMLElement, className: string): string {
  const probe = place.ownerDocument.createElement("i");
  probe.className = className;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
