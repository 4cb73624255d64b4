// Use case: a customer corrects their phone number, their flight and their message to the driver.
import type { Clock } from "../kernel/clock.ts";
import type { Booking, BookingDetails } from "./booking.ts";
import { type ChangeDeps, changeStoredBooking } from "./change-stored-booking.ts";
import { assertRemembered } from "./forgotten-rules.ts";
import { readManageLink } from "./manage-link.ts";

/** What changing details needs. */
export type ChangeDetailsDeps = ChangeDeps & { linkKey: CryptoKey; clock: Clock };

/**
 * Writes checked details, see `checkDetails`; the same ones again change nothing. Throws DomainError:
 * link-invalid, booking-not-found, booking-erased, booking-state.
 */
export async function changeDetails(
  deps: ChangeDetailsDeps,
  { link, phone, flightNumber, note }: BookingDetails & { link: string },
): Promise<Booking> {
  const id = await readManageLink(deps.linkKey, link);
  return await changeStoredBooking(deps, id, (booking) => {
    assertRemembered(booking);
    const isSame = booking.contact.phone === phone && booking.flightNumber === flightNumber &&
      booking.note === note;
    if (isSame) return Promise.resolve(null);
    return Promise.resolve({
      command: { type: "change-details", phone, flightNumber, note },
      meta: { at: deps.clock.now().toString(), actor: { kind: "customer" } },
    });
  });
}
