// A trip's way on the map: pine outside, amber inside, a ring where it starts and a square where it ends.
// @ts-types="npm:@types/leaflet@1.9.22"
import { divIcon, latLngBounds, marker, polyline } from "npm:leaflet@1.9.4";
import type { Point } from "../../../places/place.ts";
import { colorOf, drawMap, latLngs } from "./draw-map.ts";

/** What is drawn. */
export interface DrawnRoute {
  /** Encoded polyline, precision 5. */
  geometry: string;
  from: Point;
  to: Point;
  /** Address of the road drawing. */
  roads: string;
}

/** Draws the route in `place`. Throws when the map cannot be had. */
export async function drawRoute(place: HTMLElement, route: DrawnRoute): Promise<void> {
  const way = latLngs(route.geometry);
  const ends = [route.from, route.to].map(({ lat, lng }) => [lat, lng] as [number, number]);
  const map = await drawMap(place, route.roads, latLngBounds([...way, ...ends]));
  const casing = colorOf(place, "map-route-color");
  const core = colorOf(place, "map-route-end-color");
  polyline(way, { color: casing, weight: 8, interactive: false }).addTo(map);
  polyline(way, { color: core, weight: 3.2, interactive: false }).addTo(map);
  for (const [at, className] of [[ends[0], "map-start"], [ends[1], "map-end"]] as const) {
    if (at === undefined) continue;
    const icon = divIcon({ className, iconSize: [20, 20] });
    marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
  }
}
