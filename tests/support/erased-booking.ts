// A booking whose customer is gone, as retention and erasure leave it.
import type { BookingId } from "../../lib/booking/booking.ts";
import { forgetCommits } from "../../lib/booking/forget-customer.ts";
import { invariant } from "../../lib/kernel/invariant.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { aStoredBooking } from "./trips.ts";

/** Makes one; where programs ask for it. */
export async function anErasedBooking(services: Services): Promise<string> {
  const { booking, link } = await aStoredBooking(services);
  await forgetBooking(services, booking.id);
  return `/api/bookings/${link}`;
}

/** Forgets the customer of a booking. */
export async function forgetBooking({ db, bookings }: Services, id: BookingId): Promise<void> {
  const stored = await bookings.get(id);
  invariant(stored !== null, "There is no such booking");
  for (const commit of forgetCommits(stored, await bookings.events(id), "2026-11-24T08:00:00Z")) {
    const tx = new Transaction(db);
    commit(tx);
    await tx.commit();
  }
}
