// What a geocoder adds to our own places: the door behind a house number, and the address at a pin.
import { cleanLine } from "../../forms/clean-text.ts";
import { hasPersonalNumber } from "../../forms/personal-number.ts";
import type { Locale } from "../../kernel/locale.ts";
import { splitAddressWords } from "../address-words.ts";
import { findPlace } from "../find-place.ts";
import { foldWords } from "../fold.ts";
import { greatCircleMeters } from "../great-circle.ts";
import type { PlaceIndex } from "../place-index.ts";
import { pinId, type Place, type Point } from "../place.ts";
import { resolvePlace } from "../resolve-place.ts";
import { isCertainAddress, toCandidate } from "./certain-address.ts";
import { addressLabel, type FoundAddress } from "./found-address.ts";
import { type Geocoder, NO_GEOCODER } from "./geocoder.ts";

/** Our own places and who knows more. */
export interface LocateDeps {
  places: PlaceIndex;
  geocoder: Geocoder;
}

/** An end of a trip as somebody gave it: words, and the id of a suggestion they took or "". */
export interface TypedPlace {
  words: string;
  placeId: string;
}

/** A number on a street this far from the street we know is on another of that name. */
const SAME_STREET_METERS = 5_000;
/** Two addresses nearer than this are one door. */
const SAME_DOOR_METERS = 150;
/** Most addresses suggested before our own places. */
const MAX_SUGGESTED = 4;

/**
 * The place a geocoder is certain of, undefined when our own places shall decide: they know it already, or nobody is
 * certain. It is asked only about pins, house numbers and what we do not know, and never sees what is for the driver.
 */
export async function locatePlace(
  deps: LocateDeps,
  typed: TypedPlace,
  locale: Locale,
): Promise<Place | undefined> {
  // What our own places make of the words is worked out where the form is read.
  if (deps.geocoder === NO_GEOCODER || hasPersonalNumber(typed.words)) return undefined;
  const own = findPlace(deps.places, typed.placeId || typed.words.trim(), locale);
  if (own?.kind === "pin") return await namePin(deps.geocoder, own);
  const { lookup, houseNumber } = splitAddressWords(typed.words);
  const { known, isSpot } = ownPlaces(deps.places, typed.words, own, locale);
  const isKnown = isSpot || known.length === 1;
  if (isKnown && (houseNumber === "" || known[0]!.kind !== "street")) return undefined;
  // A street that was chosen, and words such as "portkod 4711" beside it.
  if (own && !isSame(lookup, own.name)) return undefined;
  const query = addressQuery(deps.places, typed.words);
  if (query === "") return undefined;
  const found = await deps.geocoder.find(query);
  const certain = found.flatMap(doorsOf).filter((address) =>
    isCertainAddress(query, toCandidate(address))
  );
  // Whoever names no town means the street we know, not one of that name elsewhere.
  const isPlaced = query.includes(",") || known.length === 0;
  const meant = certain.filter(({ point }) =>
    isPlaced || known.some((place) => isAround(place, point))
  );
  const doors = distinct(meant);
  return doors.length === 1 ? toPlace(doors[0]!) : undefined;
}

/** Addresses to offer while somebody types, before our own places; none without a house number we could not know. */
export async function suggestAddresses(
  { places, geocoder }: LocateDeps,
  words: string,
  own: readonly Place[],
): Promise<Place[]> {
  if (!geocoder.maySuggest) return [];
  const { houseNumber } = splitAddressWords(words);
  if (houseNumber === "" && own.length > 0) return [];
  const query = addressQuery(places, words);
  if (query === "") return [];
  const found = await geocoder.find(query);
  const wanted = found.flatMap(doorsOf).filter(({ kind, houseNumber: own }) =>
    houseNumber === "" ? kind !== "house" : kind === "house" && isSame(own, houseNumber)
  );
  return distinct(wanted).slice(0, MAX_SUGGESTED).map(toPlace);
}

/** What a geocoder is sent of the words: street, number, postcode and towns; the rest is the driver's. */
export function addressQuery(places: PlaceIndex, words: string): string {
  const { lookup, houseNumber, rest } = splitAddressWords(cleanLine(words));
  const [postcode = ""] = /\b\d{3}\s?\d{2}\b/.exec(words) ?? [];
  const towns = rest.split(",").map((part) => part.trim())
    .filter((part) => isTown(places, foldWords(part).join("")));
  const street = [lookup, houseNumber].filter(Boolean).join(" ");
  return lookup === "" ? "" : [street, [postcode, ...towns].filter(Boolean).join(" ")]
    .filter(Boolean).join(", ");
}

/** The pin called by the address it lies at, else undefined: our own name for it stands. */
async function namePin(geocoder: Geocoder, pin: Place): Promise<Place | undefined> {
  const address = await geocoder.at(pin.point);
  if (address === undefined || address.houseNumber === "") return undefined;
  const name = `${address.street} ${address.houseNumber}`;
  return { ...pin, name, area: address.town || pin.area };
}

/** What our own places make of it; `isSpot` when it is one street and only the spot on it is not known. */
function ownPlaces(
  places: PlaceIndex,
  words: string,
  chosen: Place | undefined,
  locale: Locale,
): { known: Place[]; isSpot: boolean } {
  if (chosen !== undefined) return { known: [chosen], isSpot: false };
  const resolution = resolvePlace(places, words, locale);
  if (resolution.kind === "one") return { known: [resolution.place], isSpot: false };
  if (resolution.kind !== "several") return { known: [], isSpot: false };
  return { known: resolution.places, isSpot: resolution.reason === "spot" };
}

function isTown({ places, keys }: PlaceIndex, folded: string): boolean {
  return keys.some(({ place, text }) =>
    text.replaceAll(" ", "") === folded && places[place]!.place.kind === "town"
  );
}

function isAround({ point }: Place, other: Point): boolean {
  return greatCircleMeters(point, other) <= SAME_STREET_METERS;
}

/** An address, and where it is a shop at number 11 the number 11 too. */
function doorsOf(address: FoundAddress): FoundAddress[] {
  const isShop = address.kind === "landmark" && address.houseNumber !== "";
  return isShop ? [address, { ...address, kind: "house", name: "" }] : [address];
}

/** One of each door. */
function distinct(found: readonly FoundAddress[]): FoundAddress[] {
  return found.filter((address, at) =>
    found.findIndex((other) =>
      isSame(addressLabel(other), addressLabel(address)) &&
      greatCircleMeters(other.point, address.point) <= SAME_DOOR_METERS
    ) === at
  );
}

function isSame(a: string, b: string): boolean {
  return foldWords(a).join("") === foldWords(b).join("");
}

/** Its id is that of a pin, so that it is found again without the service. */
function toPlace(address: FoundAddress): Place {
  const point = { lat: round(address.point.lat), lng: round(address.point.lng) };
  const kind = address.kind === "area" ? "town" : "street";
  return { id: pinId(point), kind, name: addressLabel(address), area: address.town, point };
}

function round(degrees: number): number {
  return Number(degrees.toFixed(5));
}
