// Until when a browser may keep a ticket for where there is no network: as long as it serves the ride, and no longer.
import type { Booking } from "../booking/booking.ts";
import { isOver } from "../booking/booking-rules.ts";

/** Tells the service worker; static/offline-worker.js has the same word. */
export const KEEP_UNTIL_HEADER = "avanti-keep-until";

/** How long after the planned arrival: cars are late, and what was forgotten in one is asked for. */
export const TICKET_KEPT_HOURS = 4;

/** Until when, in milliseconds; 0 once the ride is over. */
export function ticketKeptUntilMs({ status, trip }: Pick<Booking, "status" | "trip">): number {
  if (isOver(status)) return 0;
  const pickupMs = Date.parse(trip.pickup.instant);
  return pickupMs + trip.route.durationSeconds * 1_000 + TICKET_KEPT_HOURS * 60 * 60_000;
}
