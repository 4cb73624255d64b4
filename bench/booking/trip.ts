// The trip every request of the bench asks for, at a time of its own.
import type { TripInput } from "../../lib/trip/trip-input.ts";

/** Pickups are spread over this many minutes, 300 days. */
const SPREAD_MINUTES = 300 * 24 * 60;

/** Trip number `i`: Landvetter to Östra Hamngatan, 7 minutes after the one before. */
export function benchTrip(i: number): TripInput {
  const minutes = (i * 7) % SPREAD_MINUTES;
  const pickup = Temporal.Now.plainDateTimeISO("Europe/Stockholm").add({ days: 1, minutes });
  // The hour the clock skips in spring is moved past; the overlap is read as its first hour.
  const wallTime = pickup.toString({ smallestUnit: "minute" }).replace(/-03-28T02/, "-03-28T04");
  return {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Östra Hamngatan 24", placeId: "street:ostra-hamngatan~kyrkogatan" },
    pickup: { wallTime, overlap: "earlier" },
    passengers: 2,
    bags: 2,
    wheelchairs: 0,
    extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
  };
}
