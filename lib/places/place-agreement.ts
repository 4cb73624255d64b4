// Whether words still say the place that was chosen for them: who rewrites the words means another place.
import { isInArea } from "./area-stops.ts";
import { isCertain, readAddress } from "./certainty.ts";
import { baseId } from "./find-place.ts";
import { greatCircleMeters } from "./great-circle.ts";
import {
  candidateOf,
  isArea,
  mentionedAreas,
  municipalityOf,
  type NamedPlace,
  namedPlaces,
} from "./named-places.ts";
import type { PlaceIndex } from "./place-index.ts";
import { rankPlaces } from "./place-search.ts";
import type { Place } from "./place.ts";
import { crossingOf, isAbroad } from "./resolve-place.ts";

/** A long street ends this far from its middle, and a pin may stand round the corner. */
const PIN_REACH_METERS = 3_000;

/**
 * True while the words cover the chosen place, could mean it, or name no place at all ("hemma"). A town that is named
 * must be the place's own. A pin may be called anything but a place far from it.
 */
export function agrees(index: PlaceIndex, words: string, chosen: Place): boolean {
  const address = readAddress(words);
  if (chosen.kind === "pin") return isNear(index, namedPlaces(index, address), chosen);
  const id = baseId(chosen.id);
  const at = index.byId.get(id);
  if (at !== undefined && isCertain(address, candidateOf(index, at))) return true;
  const named = namedPlaces(index, address);
  if (isAbroad(index, address, named)) return false;
  const ranked = rankPlaces(index, words).map(({ place }) => place);
  if (named.length === 0 && address.postcode === "") {
    if (address.houseNumber === "" || ranked.length === 0) return true;
  }
  const areas = mentionedAreas(index, address).map((area) => index.places[area]!.place);
  if (areas.length > 0) {
    return areas.some((area) =>
      municipalityOf(area) === municipalityOf(chosen) || isInArea(area, chosen.point)
    );
  }
  const meant = [...named.map((each) => each.at), ...ranked];
  return meant.some((each) => index.places[each]!.place.id === id) ||
    crossingOf(index, words).some((spot) => baseId(spot) === id);
}

function isNear(index: PlaceIndex, named: readonly NamedPlace[], pin: Place): boolean {
  const stops = named.filter(({ isCertain }) => isCertain)
    .map(({ at }) => index.places[at]!.place)
    .filter((place) => !isArea(place));
  return stops.length === 0 ||
    stops.some(({ point }) => greatCircleMeters(point, pin.point) <= PIN_REACH_METERS);
}
