// The services of this room: landmarks as operators want them.
import type { Database } from "../kv/open.ts";
import { LandmarkStore } from "./landmark-store.ts";
import type { PlaceIndex } from "./place-index.ts";

/** What this room gives to those above it. */
export interface PlaceServices {
  landmarks: LandmarkStore;
}

/** Composes the room's services. */
export function placeServices(below: { db: Database; places: PlaceIndex }): PlaceServices {
  return { landmarks: new LandmarkStore(below.db, below.places) };
}
