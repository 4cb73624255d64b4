// Whether a trip begins or ends where aeroplanes do, so that a flight is worth asking for.
import { findPlace } from "../places/find-place.ts";
import { nearestPlace } from "../places/nearest-place.ts";
import type { Stop } from "../places/place.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import type { TripRequest } from "./trip.ts";

/**
 * True when one end is an airport, a terminal of one, or a pin that has its name from one; or when a flight was
 * given, so that whatever is kept can be seen and changed.
 */
export function asksFlight(
  places: PlaceIndex,
  trip: Pick<TripRequest, "from" | "to">,
  flightNumber: string,
): boolean {
  return flightNumber !== "" || isAtAirport(places, trip.from) || isAtAirport(places, trip.to);
}

function isAtAirport(places: PlaceIndex, { kind, placeId, point }: Stop): boolean {
  if (kind === "airport") return true;
  if (kind === "pin") return nearestPlace(places, point)?.kind === "airport";
  const place = kind === "landmark" ? findPlace(places, placeId) : undefined;
  return place?.kind === "landmark" && place.landmark === "terminal";
}
