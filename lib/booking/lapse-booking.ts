// Use case: a booking that nobody paid in time lets its car go, and its price can be bought again while it holds.
import type { Clock } from "../kernel/clock.ts";
import type { Booking, BookingId } from "./booking.ts";
import { type ChangeDeps, changeStoredBooking, releaseOf } from "./change-stored-booking.ts";
import { bookingKeys } from "./keys.ts";

/** Lets the booking go if its time to pay is over and it still waits; else leaves it. */
export async function lapseBooking(
  deps: ChangeDeps & { clock: Clock },
  id: BookingId,
): Promise<Booking> {
  return await changeStoredBooking(deps, id, (booking, tx) => {
    const now = deps.clock.now();
    const isDue = booking.status === "awaiting-payment" &&
      now.epochMilliseconds >= Date.parse(booking.until);
    if (!isDue) return Promise.resolve(null);
    // The check on the booking stands for one on the mark: while it waits the mark is its own.
    tx.delete(bookingKeys.quoteBought(booking.trip.quoteId));
    return Promise.resolve({
      command: { type: "lapse" },
      meta: { at: now.toString(), actor: { kind: "system" } },
      edit: releaseOf(booking),
    });
  });
}
