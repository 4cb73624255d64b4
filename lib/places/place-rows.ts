// The rows of the data that ships with the product, and landmarks, as places to be indexed.
import { invariant } from "../kernel/invariant.ts";
import type { Locale } from "../kernel/locale.ts";
import { DISTRICT_ROWS } from "./data/districts.ts";
import placesData from "./data/places.json" with { type: "json" };
import { foldWords } from "./fold.ts";
import type { Landmark } from "./landmark.ts";
import type { Place, PlainPlace } from "./place.ts";

/** A place as stored: by its own name, and how likely a trip goes there (0–100). */
export interface IndexedPlace {
  place: Place;
  /** What other languages call it, where they have a name of their own. */
  exonyms: Readonly<Partial<Record<Locale, string>>>;
  weight: number;
}

/** A place with what the index is made from. */
export interface PlaceRow extends IndexedPlace {
  aliases: readonly string[];
  /** Encoded polyline of points along a street, "" for a place with one point. */
  trace: string;
}

/** Version of the data. */
export const PLACES_VERSION: string = placesData.version;

/** Airports, stations, towns and streets. Throws InvariantError for a row it cannot read. */
export function shippedPlaces(): PlaceRow[] {
  return placesData.rows.map(parseRow);
}

/** The districts of Göteborg. */
export function districtRows(): PlaceRow[] {
  return DISTRICT_ROWS.map(districtRow);
}

/** A landmark as a row: its district and its town are around it. */
export function landmarkRow(landmark: Landmark): PlaceRow {
  const { id, kind, name, nameEn, area, town, point, weight, aliases, source } = landmark;
  const place: Place = {
    id,
    kind: "landmark",
    landmark: kind,
    precision: source === "map" ? "approximate" : "exact",
    name,
    area: area === "" || area === town ? town : `${area}, ${town}`,
    point,
  };
  return { place, exonyms: nameEn === "" ? {} : { en: nameEn }, weight, aliases, trace: "" };
}

/** A district comes before towns of its name elsewhere, and after the streets of the same name. */
const DISTRICT_WEIGHT = 52;

function districtRow(line: string): PlaceRow {
  const [names, point] = line.split("|");
  const [name, ...aliases] = (names ?? "").split(";");
  const [lat, lng] = (point ?? "").split(",").map(Number);
  invariant(name && lat && lng, `Bad district row: ${line}`);
  const id = `district:${foldWords(name).join("-")}`;
  const place: Place = { id, kind: "district", name, area: "Göteborg", point: { lat, lng } };
  return { place, exonyms: {}, aliases, weight: DISTRICT_WEIGHT, trace: "" };
}

/** `id|kind|name|nameEn|area|lat|lng|weight|alias;alias|trace`, written by scripts/build-places.ts. */
function parseRow(line: string): PlaceRow {
  const [id, kind, name, nameEn, area, lat, lng, weight, aliases, ...trace] = line.split("|");
  invariant(id && isKind(kind) && name && aliases !== undefined, `Bad place row: ${line}`);
  return {
    place: { id, kind, name, area: area ?? "", point: { lat: Number(lat), lng: Number(lng) } },
    exonyms: nameEn ? { en: nameEn } : {},
    weight: Number(weight),
    aliases: aliases.split(";").filter(Boolean),
    trace: trace.join("|"),
  };
}

function isKind(kind: string | undefined): kind is PlainPlace["kind"] {
  return kind === "airport" || kind === "station" || kind === "town" || kind === "street";
}
