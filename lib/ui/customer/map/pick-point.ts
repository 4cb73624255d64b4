// A map with a pin in its middle: whoever moves the map moves the pin. A dot shows where the car will stop for it.
// @ts-types="npm:@types/leaflet@1.9.22"
import {
  control,
  divIcon,
  type LatLngTuple,
  layerGroup,
  marker,
  polyline,
} from "npm:leaflet@1.9.4";
import type { Point } from "../../../places/place.ts";
import { addCountry, MAX_COUNTRY_ZOOM } from "./draw-country.ts";
import { colorOf, drawMap } from "./draw-map.ts";
import { type NamedPoint, showNames } from "./show-names.ts";

/** What the map is asked while it is open. */
export interface PointPicker {
  /** Where the pin stands. */
  point(): Point;
  /** Puts the pin on a point, near enough to see the streets. */
  moveTo(point: Point): void;
  zoomBy(steps: number): void;
  /** Call when the place the map stands in got its size. */
  resize(): void;
  /** How far the map shows from its middle. */
  reachMeters(): number;
  /** Shows the names of places, the first ones where they would cover each other. */
  showPlaces(places: readonly NamedPoint[]): void;
  /** Shows where the car stops, or nothing. */
  showStop(stop: Point | null): void;
}

/** What the map is made of. */
export interface PickerOptions {
  /** Addresses of the road drawing and of the country's outline. */
  roads: string;
  country: string;
  /** Where the pin stands first; the middle of the town when null. */
  start: Point | null;
  /** Called when the pin stands still. */
  onRest: () => void;
}

/** Central Göteborg: south-west and north-east corner of what is shown first. */
const FIRST_VIEW: [[number, number], [number, number]] = [[57.69, 11.93], [57.72, 12.01]];
/** Zoom at which streets are told apart. */
const STREET_ZOOM = 16;
/** Widest the scale bar is, px: beside the credit on the narrowest phone. */
const SCALE_WIDTH = 64;
/** Zoom at which towns and stations around a point are seen, where there are no streets to tell apart. */
const TOWN_ZOOM = 11;

/** Opens the map in `place`. Throws when the roads cannot be had. */
export async function pickPoint(place: HTMLElement, options: PickerOptions): Promise<PointPicker> {
  const { map, known } = await drawMap(place, options.roads, FIRST_VIEW, {
    isInteractive: true,
    padding: 0,
  });
  const stops = layerGroup().addTo(map);
  const names = layerGroup().addTo(map);
  control.scale({ position: "bottomleft", imperial: false, maxWidth: SCALE_WIDTH }).addTo(map);
  const moveTo = ({ lat, lng }: Point) => {
    map.setView([lat, lng], known.contains([lat, lng]) ? STREET_ZOOM : TOWN_ZOOM);
  };
  const point = () => {
    const { lat, lng } = map.getCenter();
    return { lat, lng };
  };
  if (options.start) moveTo(options.start);
  map.on("movestart", () => void stops.clearLayers());
  map.on("moveend", options.onRest);
  let isCountryWanted = true;
  map.on("zoomend", () => {
    if (!isCountryWanted || map.getZoom() > MAX_COUNTRY_ZOOM) return;
    isCountryWanted = false;
    // An extra: without it the map is empty there, as it was.
    addCountry(map, place, options.country).catch(() => isCountryWanted = true);
  });
  return {
    point,
    moveTo,
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    resize: () => void map.invalidateSize(),
    reachMeters: () => Math.round(map.distance(map.getCenter(), map.getBounds().getNorthEast())),
    showPlaces: (places) => showNames(map, names, places),
    showStop: (stop) => {
      stops.clearLayers();
      if (stop === null) return;
      const [pin, at] = [point(), stop].map(({ lat, lng }): LatLngTuple => [lat, lng]);
      const color = colorOf(place, "map-route-color");
      polyline([pin!, at!], { color, weight: 3, dashArray: "3 6", interactive: false })
        .addTo(stops);
      const icon = divIcon({ className: "map-stop", iconSize: [18, 18] });
      marker(at!, { icon, interactive: false, keyboard: false }).addTo(stops);
    },
  };
}
