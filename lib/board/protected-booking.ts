// Whom a protected booking is for, shown once to who gives a reason: an entry of the audit log names them and the subject before
// anything is shown.
import { marksOfContact } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { BookingId } from "../booking/booking.ts";
import { isHiddenFromStaff, type SeenBooking, seenForReason } from "../booking/seen-booking.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type ProtectedFault, readVeilReason } from "./protected-page.ts";

/** What showing needs. */
export interface ShowOnceDeps {
  bookings: Pick<BookingStore, "get">;
  /** Writes an entry of the audit log. */
  audit: {
    read(
      shown: { what: string; subjects: readonly string[]; count: number; why: string },
    ): Promise<void>;
  };
  reachKey: CryptoKey;
}

/** What the entry of the audit log says was read. */
export const READ_PROTECTED = "protected booking";

/** The code of a booking. Throws DomainError("booking-not-found"). */
export async function codeOf(
  { bookings }: Pick<ShowOnceDeps, "bookings">,
  id: BookingId | null,
): Promise<{ id: BookingId; reference: string; isHidden: boolean }> {
  const stored = id === null ? null : await bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  const { booking } = stored;
  return { id: booking.id, reference: booking.reference, isHidden: isHiddenFromStaff(booking) };
}

/** The booking as it is, or what is wrong with the reason. Throws DomainError("booking-not-found"). */
export async function showOnce(
  deps: ShowOnceDeps,
  id: BookingId,
  typed: string,
): Promise<{ ok: true; booking: SeenBooking } | { ok: false; fault: ProtectedFault }> {
  const reason = readVeilReason(typed);
  if (!reason.ok) return reason;
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  const subjects = await marksOfContact(deps.reachKey, stored.booking.contact);
  await deps.audit.read({ what: READ_PROTECTED, subjects, count: 1, why: reason.value });
  return { ok: true, booking: seenForReason(stored.booking) };
}
