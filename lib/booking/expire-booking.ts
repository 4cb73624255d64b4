// Use case: a confirmed booking that nobody served two hours after its pickup has expired.
import type { Clock } from "../kernel/clock.ts";
import type { Booking, BookingId } from "./booking.ts";
import { bookingCan } from "./booking-rules.ts";
import { type ChangeDeps, changeStoredBooking, releaseOf } from "./change-stored-booking.ts";

/** Time after the pickup at which an unserved booking expires, in milliseconds. */
export const EXPIRES_AFTER_MS = 2 * 60 * 60_000;

/** Expires the booking if its time has come and it is still only confirmed; else leaves it. */
export async function expireBooking(
  deps: ChangeDeps & { clock: Clock },
  id: BookingId,
): Promise<Booking> {
  return await changeStoredBooking(deps, id, (booking) => {
    const now = deps.clock.now();
    const due = now.epochMilliseconds >= expiresAtMs(booking);
    if (!due || !bookingCan("expire", booking.status)) return Promise.resolve(null);
    return Promise.resolve({
      command: { type: "expire" },
      meta: { at: now.toString(), actor: { kind: "system" } },
      edit: releaseOf(booking),
    });
  });
}

/** When a booking expires, in epoch milliseconds. */
export function expiresAtMs(booking: Pick<Booking, "trip">): number {
  return Date.parse(booking.trip.pickup.instant) + EXPIRES_AFTER_MS;
}
