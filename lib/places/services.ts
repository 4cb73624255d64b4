// The services of this room: landmarks as operators want them.
import type { Cache } from "../cache/cache.ts";
import type { Database } from "../kv/open.ts";
import type { Geocoder } from "./geocoder/geocoder.ts";
import { keptAddresses } from "./geocoder/kept-addresses.ts";
import { LandmarkStore } from "./landmark-store.ts";
import type { PlaceIndex } from "./place-index.ts";
import type { GeocoderKind } from "./settings.ts";

/** What this room gives to those above it. */
export interface PlaceServices {
  landmarks: LandmarkStore;
  /** Who knows real addresses, with what was answered kept. */
  geocoder: Geocoder;
}

/** What the room stands on. */
export interface PlacesBelow {
  config: { geocoderUrl: string | undefined; geocoderKind: GeocoderKind };
  db: Database;
  places: PlaceIndex;
  cache: Pick<Cache, "get" | "invalidate">;
  geocoder: Geocoder;
}

/** Composes the room's services. */
export function placeServices(
  { config, db, places, cache, geocoder }: PlacesBelow,
): PlaceServices {
  const service = `${config.geocoderKind} ${config.geocoderUrl}`;
  return {
    landmarks: new LandmarkStore(db, places, cache),
    geocoder: geocoder.keptBy?.((ask) => keptAddresses(ask, { cache, service })) ?? geocoder,
  };
}
