// Trips in rows of earlier releases, as today's code writes them: the parts that quotes and bookings share.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { Stop } from "../places/place.ts";
import type { Route } from "../routing/route.ts";
import type { Extras, TripRequest } from "./trip.ts";

type StoredStop = AnyVersion<Stop, "placeId" | "kind" | "name" | "area" | "point" | "words">;
type StoredExtras = AnyVersion<Extras, "childSeats" | "pets" | "extraLuggage">;

/** What was asked for, in a row of any version. */
export type StoredTrip =
  & AnyVersion<Omit<TripRequest, "from" | "to" | "extras">, "pickup" | "passengers" | "bags">
  & { from: StoredStop; to: StoredStop; extras: StoredExtras };

/** A route, in a row of any version. */
export type StoredRoute = AnyVersion<
  Route,
  "distanceMeters" | "durationSeconds" | "geometry" | "engine" | "dataVersion" | "isEstimate"
>;

/** The trip as today's code writes it; changes nothing that is of today. Once nobody was asked for a wheelchair. */
export function tripOfToday(row: StoredTrip): TripRequest {
  return {
    ...row,
    wheelchairs: row.wheelchairs ?? 0,
    from: stopOfToday(row.from),
    to: stopOfToday(row.to),
    extras: extrasOfToday(row.extras),
  };
}

/** The route as today's code writes it; changes nothing that is of today. */
export function routeOfToday(row: StoredRoute): Route {
  return { ...row };
}

function stopOfToday(row: StoredStop): Stop {
  return { ...row };
}

function extrasOfToday(row: StoredExtras): Extras {
  return { ...row };
}
