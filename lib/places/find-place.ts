// A place by its id, spots along a street, and pins: points a person sets on the map.
import { textsFor } from "../i18n/texts.ts";
import { DEFAULT_LOCALE, type Locale } from "../kernel/locale.ts";
import { centreArea, centrePlace, mayStopInMiddle } from "./area-stops.ts";
import { nearestPlace } from "./nearest-place.ts";
import { placeIn, type PlaceIndex } from "./place-index.ts";
import { pinId, type Place, type Point } from "./place.ts";
import { readSpotId, spotPlace } from "./street-spots.ts";
import { isInSweden } from "./sweden.ts";

const PIN = /^pin:(-?\d{1,2}(?:\.\d{1,7})?),(-?\d{1,3}(?:\.\d{1,7})?)$/;

/** The place with this id, in the given language; a pin anywhere in Sweden is a place too. */
export function findPlace(
  index: PlaceIndex,
  placeId: string,
  locale: Locale = DEFAULT_LOCALE,
): Place | undefined {
  const at = index.byId.get(placeId);
  if (at !== undefined) return placeIn(index, at, locale);
  const pin = PIN.exec(placeId);
  if (pin) return pinPlace(index, { lat: Number(pin[1]), lng: Number(pin[2]) }, locale);
  const centred = index.byId.get(centreArea(placeId));
  if (centred !== undefined) {
    return mayStopInMiddle(index, centred)
      ? centrePlace(placeIn(index, centred, locale), locale)
      : undefined;
  }
  const spot = readSpotId(placeId);
  const street = spot ? index.byId.get(spot.streetId) : undefined;
  return spot && street !== undefined
    ? spotPlace(index.streets, placeIn(index, street, locale), spot.at, locale, nameOf(index))
    : undefined;
}

/** The id of the place a spot or a middle belongs to; the id itself for every other place. */
export function baseId(placeId: string): string {
  return placeId.split("~")[0]!;
}

/** The pin at a point, named after what is near ("nära Kungsportsavenyen"); undefined outside Sweden. */
export function pinPlace(
  index: PlaceIndex,
  point: Point,
  locale: Locale = DEFAULT_LOCALE,
): Place | undefined {
  if (!Number.isFinite(point.lat) || !Number.isFinite(point.lng)) return undefined;
  // Five decimals, so that the id and the point say the same.
  const rounded = { lat: Number(point.lat.toFixed(5)), lng: Number(point.lng.toFixed(5)) };
  if (!isInSweden(index.sweden, rounded)) return undefined;
  const near = nearestPlace(index, rounded, locale);
  const words = textsFor(locale).trip.place;
  const name = near === undefined ? words.unnamed : words.near(near.name);
  return { id: pinId(rounded), kind: "pin", name, area: near?.area ?? "", point: rounded };
}

function nameOf(index: PlaceIndex): (id: string) => string | undefined {
  return (id) => {
    const at = index.byId.get(id);
    return at === undefined ? undefined : index.places[at]!.place.name;
  };
}
