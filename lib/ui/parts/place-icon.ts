// Which icon stands for which kind of place.
import type { PlaceKind } from "../../places/place.ts";
import type { IconName } from "./icon-names.ts";

/** Icon of each kind of place; the kind's word always stands beside it. */
export const PLACE_ICONS: Readonly<Record<PlaceKind, IconName>> = {
  airport: "plane",
  station: "train-front",
  town: "house",
  landmark: "landmark",
  district: "map",
  street: "signpost",
  pin: "map-pin",
};
