// The outline of the country under or instead of the city's roads: where a place lies when its roads are not known.
// @ts-types="npm:@types/leaflet@1.9.22"
import { Canvas, type Map as LeafletMap, polygon } from "npm:leaflet@1.9.4";
import { colorOf, latLngs, newMap } from "./draw-map.ts";

/** The outlines the server sends: rings as encoded polylines. */
interface CountryMap {
  sweden: string[];
  neighbours: string[];
}

/** Nearer than this the outline, good to a kilometre, would be a lie. */
export const MAX_COUNTRY_ZOOM = 8;
/** Rings drawn at most; Sweden and its neighbours have about a hundred. */
const MAX_RINGS = 1_000;

/** A picture of the country in `place`: land in the colour of land, the rest water. Throws when it cannot be had. */
export async function drawCountryMap(place: HTMLElement, url: string): Promise<LeafletMap> {
  const map = newMap(place, { maxZoom: MAX_COUNTRY_ZOOM });
  await addCountry(map, place, url);
  return map;
}

/** Puts the outline under everything else on a map, for views from far off; nearer it is not shown. */
export async function addCountry(map: LeafletMap, place: HTMLElement, url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Cannot load the map: HTTP ${response.status}`);
  const { sweden, neighbours }: CountryMap = await response.json();
  const pane = map.createPane("country");
  pane.style.zIndex = "0";
  const show = () => {
    const isFar = map.getZoom() === undefined || map.getZoom() <= MAX_COUNTRY_ZOOM;
    pane.hidden = !isFar;
    place.classList.toggle("is-far", isFar);
  };
  show();
  map.on("zoomend", show);
  const renderer = new Canvas({ pane: "country", padding: 0.3 });
  const color = colorOf(place, "map-road-color");
  for (
    const [rings, className] of [[neighbours, "map-abroad-color"], [
      sweden,
      "map-land-color",
    ]] as const
  ) {
    const fillColor = colorOf(place, className);
    for (const ring of rings.slice(0, MAX_RINGS)) {
      polygon(latLngs(ring), {
        ...{ renderer, pane: "country", color, weight: 0.6, fillColor, fillOpacity: 1 },
        interactive: false,
      }).addTo(map);
    }
  }
}
