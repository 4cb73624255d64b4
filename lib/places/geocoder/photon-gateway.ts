// Asks a Photon server (https://github.com/komoot/photon, docs/api-v1.md) for addresses.
import { z } from "zod";
import type { Point } from "../place.ts";
import { type FoundAddress, type FoundKind, toFoundAddress } from "./found-address.ts";
import { type AskAddresses, MAX_FOUND } from "./geocoder.ts";
import { askJson, coordinate, type GatewayOptions, readEach, text } from "./geocoder-http.ts";

/** Sweden: west, south, east, north. Older servers know no filter by country, so answers are looked through too. */
const SWEDEN_BOX = "10.5,55.0,24.5,69.3";
/** Of two places of one name the one nearer to home comes first. */
const HOME = { lat: "57.7", lon: "11.97" };
/** A pin this far from any address has none; the service takes kilometres. */
const REACH_KM = "0.15";

const Answer = z.object({ features: z.array(z.unknown()).max(100) });
const Feature = z.object({
  geometry: z.object({
    coordinates: z.tuple([coordinate(180), coordinate(90)]).rest(z.unknown()),
  }),
  properties: z.object({
    osm_key: text,
    osm_value: text,
    name: text,
    street: text,
    housenumber: text,
    postcode: text,
    district: text,
    locality: text,
    city: text,
    county: text,
    countrycode: text,
  }),
});

/** Asks the Photon server at `baseUrl`. */
export function askPhoton(options: GatewayOptions): AskAddresses {
  return (question) => {
    if ("point" in question) {
      const { lat, lng } = question.point;
      const where = { lat: lat.toFixed(6), lon: lng.toFixed(6), radius: REACH_KM };
      return ask(options, "reverse", { ...where, limit: String(MAX_FOUND) });
    }
    const query = { q: question.words, limit: String(MAX_FOUND), bbox: SWEDEN_BOX };
    return ask(options, "api", { ...query, ...HOME });
  };
}

async function ask(
  options: GatewayOptions,
  path: string,
  query: Record<string, string>,
): Promise<FoundAddress[] | undefined> {
  const answer = await askJson(options, path, query, Answer);
  if (answer === undefined) return undefined;
  return readEach(answer.features, Feature, MAX_FOUND, ({ geometry, properties: is }) => {
    const [lng, lat] = geometry.coordinates;
    const point: Point = { lat, lng };
    return toFoundAddress({
      kind: kindOf(is.osm_key, is.osm_value),
      name: is.name,
      street: is.street,
      houseNumber: is.housenumber,
      postcode: is.postcode,
      areas: [is.locality, is.district, is.city, is.county],
      town: is.city ?? is.locality ?? is.district,
      country: is.countrycode,
      point,
    }, options.sweden);
  });
}

function kindOf(key = "", value = ""): FoundKind {
  if (key === "highway") return "street";
  if (key === "boundary" || (key === "place" && !/^houses?$/.test(value))) return "area";
  return key === "place" ? "house" : "landmark";
}
