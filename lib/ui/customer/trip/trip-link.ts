// The start page with a trip filled in, so that changing one thing does not mean writing all of it again.
import { dateOf, timeOf } from "../../../kernel/wall-time.ts";
import { paths } from "../../../kernel/paths.ts";
import type { TripFormValues } from "../../../trip/trip-input.ts";
import { stopLabel } from "../../../places/place.ts";
import type { TripRequest } from "../../../trip/trip.ts";

/** The form's values for a trip that was already asked for, picked up at `wallTime`. */
export function tripValuesOf(
  trip: Pick<TripRequest, "from" | "to" | "passengers" | "bags" | "wheelchairs" | "extras">,
  wallTime: string,
): TripFormValues {
  return {
    from: stopLabel(trip.from),
    fromId: trip.from.placeId,
    to: stopLabel(trip.to),
    toId: trip.to.placeId,
    date: dateOf(wallTime),
    time: timeOf(wallTime),
    overlap: "",
    passengers: String(trip.passengers),
    bags: String(trip.bags),
    wheelchairs: String(trip.wheelchairs),
    childSeats: String(trip.extras.childSeats),
    pets: String(trip.extras.pets),
    extraLuggage: String(trip.extras.extraLuggage),
  };
}

/** The start page with the same trip again, or back; the time is still to be chosen. */
export function againHref(trip: TripRequest, way: "again" | "back"): string {
  const { from, to } = trip;
  const ends = way === "back" ? { from: to, to: from } : { from, to };
  const { date: _date, time: _time, overlap: _overlap, ...values } = tripValuesOf(
    { ...trip, ...ends },
    trip.pickup.wallTime,
  );
  return `${paths.home()}?${new URLSearchParams(values)}`;
}

/** The start page's address with `trip` in its query. */
export function tripHref(trip: TripRequest): string {
  const values = tripValuesOf(trip, trip.pickup.wallTime);
  return `${paths.home()}?${new URLSearchParams({ ...values })}`;
}
