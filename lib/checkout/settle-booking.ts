// Use case: a ride is over, off, or costs another price: what is wanted of its payments is written down, and jobs of theirs
// bring it about. Asked twice it is the same.
import type { BookingStore } from "../booking/booking-store.ts";
import { UNDO_MS } from "../booking/operator-act.ts";
import type { Booking } from "../booking/booking.ts";
import { leaveHouse } from "../booking/undo-act.ts";
import { Transaction } from "../kv/transaction.ts";
import { type ChangeDeps, changePayment } from "../payments/change-payment.ts";
import { keptFee, openPayment, wantedOf } from "./checkout-rules.ts";
import { addSettling, type Settling } from "./settle-job.ts";

/** What settling needs. */
export type SettleDeps = ChangeDeps & { bookings: Pick<BookingStore, "get" | "events"> };

/** Settles, unless an operator may still take back what happened: then it is asked again. */
export async function settleBooking(deps: SettleDeps, settling: Settling): Promise<void> {
  const leave = await leaveHouse(deps, settling.act);
  if (leave.kind === "never") return;
  if (leave.kind === "later") return await settleLater(deps, settling, leave.dueMs);
  const stored = await deps.bookings.get(settling.bookingId);
  // Whose row is gone was settled years ago.
  if (stored === null) return;
  const undoableMs = await undoableUntilMs(deps, stored.booking);
  if (deps.clock.now().epochMilliseconds < undoableMs) {
    return await settleLater(deps, settling, undoableMs);
  }
  const payments = await deps.payments.ofBooking(settling.bookingId);
  const payment = openPayment(payments) ?? keptFee(payments, stored.booking);
  if (payment === null) return;
  const nowMs = deps.clock.now().epochMilliseconds;
  for (const wanted of wantedOf(payment, stored.booking, nowMs)) {
    await changePayment(deps, payment.id, wanted);
  }
}

async function settleLater(deps: SettleDeps, settling: Settling, dueMs: number): Promise<void> {
  const tx = new Transaction(deps.db);
  addSettling(deps.jobs, tx, settling, dueMs);
  await tx.commit();
}

/** Whatever brought it here, the booking may stand as an operator has just made it, and can unmake it. */
async function undoableUntilMs(
  { bookings }: Pick<SettleDeps, "bookings">,
  { id }: Booking,
): Promise<number> {
  const last = (await bookings.events(id)).at(-1);
  return last?.actor.kind === "operator" ? Date.parse(last.at) + UNDO_MS : 0;
}
