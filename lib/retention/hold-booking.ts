// Use cases: a booking is kept back from retention, and let go again.
import type { BookingStore } from "../booking/booking-store.ts";
import { referenceIn } from "../booking/search/search-question.ts";
import { cleanLine, isReadable } from "../forms/clean-text.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { retentionKeys } from "./keys.ts";
import { MAX_HOLD_REASON, MAX_HOLDS } from "./legal-hold.ts";
import type { RetentionStore } from "./retention-store.ts";

/** What holding needs. */
export interface HoldDeps {
  db: Database;
  clock: Clock;
  bookings: Pick<BookingStore, "idOf">;
  retentionStore: RetentionStore;
}

/** What was typed. */
export interface HoldForm {
  reference: string;
  reason: string;
}

/** Why a booking is not held. */
export type HoldFault = "no-booking" | "no-reason" | "too-many" | "personal-number";

/** Holds the booking with that code; null when it is held now, by this or an earlier wish. */
export async function holdBooking(
  deps: HoldDeps,
  form: HoldForm,
  by: string,
): Promise<HoldFault | null> {
  const reference = referenceIn(form.reference);
  const id = reference === null ? null : await deps.bookings.idOf(reference);
  if (id === null) return "no-booking";
  const reason = cleanLine(form.reason);
  if (!isReadable(reason) || reason.length > MAX_HOLD_REASON) return "no-reason";
  if (hasPersonalNumber(reason)) return "personal-number";
  const held = await deps.retentionStore.heldBookings();
  if (!held.has(id) && held.size >= MAX_HOLDS) return "too-many";
  const hold = { bookingId: id, reason, by, at: deps.clock.now().toString() };
  await commitWithRetry(deps.db, (tx) => {
    tx.set(retentionKeys.hold(id), hold);
    return Promise.resolve(null);
  });
  return null;
}

/** Lets a booking go; one that is not held stays so. */
export async function releaseBooking({ db }: Pick<HoldDeps, "db">, id: string): Promise<void> {
  await commitWithRetry(db, (tx) => {
    tx.delete(retentionKeys.hold(id));
    return Promise.resolve(null);
  });
}
