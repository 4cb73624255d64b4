// Asks a Nominatim server (https://nominatim.org/release-docs/latest/api/Overview/) for addresses, as jsonv2.
import { z } from "zod";
import type { Point } from "../place.ts";
import { type FoundAddress, type FoundKind, toFoundAddress } from "./found-address.ts";
import { type AskAddresses, MAX_FOUND } from "./geocoder.ts";
import { askJson, coordinate, type GatewayOptions, readEach, text } from "./geocoder-http.ts";

/** The pace that https://operations.osmfoundation.org/policies/nominatim/ asks for. */
export const NOMINATIM_EVERY_MS = 1_000;

const USUAL = {
  format: "jsonv2",
  addressdetails: "1",
  "accept-language": "sv",
} as const;

const Place = z.object({
  // Written as text; read as a number either way.
  lat: coordinate(90),
  lon: coordinate(180),
  category: text,
  type: text,
  name: text,
  display_name: text,
  address: z.object({
    road: text,
    pedestrian: text,
    footway: text,
    square: text,
    house_number: text,
    postcode: text,
    neighbourhood: text,
    suburb: text,
    city_district: text,
    hamlet: text,
    village: text,
    town: text,
    city: text,
    municipality: text,
    country_code: text,
  }),
});
type Place = z.infer<typeof Place>;

/** Asks the Nominatim server at `baseUrl`. */
export function askNominatim(options: GatewayOptions): AskAddresses {
  return async (question) => {
    if ("point" in question) {
      const { lat, lng } = question.point;
      const where = { lat: lat.toFixed(6), lon: lng.toFixed(6), zoom: "18" };
      // `{"error":"Unable to geocode"}` is no place, so none is read.
      const place = await askJson(options, "reverse", { ...USUAL, ...where }, z.looseObject({}));
      return place === undefined ? undefined : readPlaces(options, [place]);
    }
    const query = { ...USUAL, q: question.words, countrycodes: "se", limit: String(MAX_FOUND) };
    const places = await askJson(options, "search", query, z.array(z.unknown()).max(100));
    return places === undefined ? undefined : readPlaces(options, places);
  };
}

function readPlaces({ sweden }: GatewayOptions, places: readonly unknown[]): FoundAddress[] {
  return readEach(places, Place, MAX_FOUND, (place) => {
    const { address: is } = place;
    const point: Point = { lat: place.lat, lng: place.lon };
    return toFoundAddress({
      kind: kindOf(place),
      name: nameOf(place),
      street: is.road ?? is.pedestrian ?? is.square ?? is.footway,
      houseNumber: is.house_number,
      postcode: is.postcode,
      areas: [
        is.neighbourhood,
        is.suburb,
        is.city_district,
        is.hamlet,
        is.village,
        is.municipality,
      ],
      town: is.city ?? is.town ?? is.village ?? is.hamlet ?? is.municipality,
      country: is.country_code,
      point,
    }, sweden);
  });
}

function kindOf({ category = "", type = "", ...place }: Place): FoundKind {
  if (category === "highway") return "street";
  const isHouse = type === "house" || (place.address.house_number && nameOf(place) === "");
  if (isHouse) return "house";
  return category === "place" || category === "boundary" ? "area" : "landmark";
}

/** Servers before 4.3 send no name; then it stands first in the full address, where a plain house has its number. */
function nameOf({ name, display_name, address }: Omit<Place, "category" | "type">): string {
  const first = name ?? display_name?.split(",")[0] ?? "";
  return first === address.house_number ? "" : first;
}
