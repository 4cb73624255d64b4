// Names on a map: a dot and a word for each place that has room beside those before it.
// @ts-types="npm:@types/leaflet@1.9.22"
import { divIcon, type LayerGroup, type Map as LeafletMap, marker } from "npm:leaflet@1.9.4";
import type { Place } from "../../../places/place.ts";
import { freeNames } from "./map-stub.ts";

/** A place to be named. */
export type NamedPoint = Pick<Place, "kind" | "name" | "point">;

/** Puts the names of `places` into `target`, which held those of another view. */
export function showNames(
  map: LeafletMap,
  target: LayerGroup,
  places: readonly NamedPoint[],
): void {
  target.clearLayers();
  const spots = places.map(({ name, point: { lat, lng } }) => ({
    name,
    ...map.latLngToContainerPoint([lat, lng]),
  }));
  for (const { at, side } of freeNames(spots, map.getSize())) {
    const { kind, name, point: { lat, lng } } = places[at]!;
    const text = document.createElement("span");
    text.textContent = name;
    const turn = side === "before" ? "beside leftwards" : "beside";
    const className = `map-words map-name ${turn} ${kind}`;
    const icon = divIcon({ className, html: text, iconSize: [0, 0] });
    marker([lat, lng], { icon, interactive: false, keyboard: false }).addTo(target);
  }
}
