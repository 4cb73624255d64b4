// Use case: a ride is over, off, or costs another price: what is wanted of its payments is written down, and jobs of theirs
// bring it about. Asked twice it is the same.
import type { BookingStore } from "../booking/booking-store.ts";
import { UNDO_MS } from "../booking/operator-act.ts";
import type { Booking, BookingId } from "../booking/booking.ts";
import { checkBooking } from "../booking/change-stored-booking.ts";
import { openNextPayment } from "../booking/open-booked-payment.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { leaveHouse } from "../booking/undo-act.ts";
import { Transaction } from "../kv/transaction.ts";
import { type ChangeDeps, joinCommands } from "../payments/change-payment.ts";
import { checkPayment } from "../payments/payment-store.ts";
import { keptFees, missingOre, payablePayment, wantedOf } from "./checkout-rules.ts";
import { addSettling, type Settling } from "./settle-job.ts";

/** What settling needs. */
export type SettleDeps = ChangeDeps & { bookings: Pick<BookingStore, "get" | "events"> };

/** Settles, unless an operator may still take back what happened: then it is asked again. */
export async function settleBooking(deps: SettleDeps, settling: Settling): Promise<void> {
  const leave = await leaveHouse(deps, settling.act);
  if (leave.kind === "never") return;
  if (leave.kind === "later") return await settleLater(deps, settling, leave.dueMs);
  const { value: isSettled } = await commitWithRetry<boolean>(deps.db, async (tx) => {
    const stored = await deps.bookings.get(settling.bookingId);
    // Whose row is gone was settled years ago.
    if (stored === null) return new Unwritten(false);
    const { booking } = stored;
    checkBooking(tx, stored);
    const undoableMs = await undoableUntilMs(deps, booking);
    if (deps.clock.now().epochMilliseconds < undoableMs) {
      addSettling(deps.jobs, tx, settling, undoableMs);
      return false;
    }
    return await joinWanted(deps, tx, booking) ? true : new Unwritten(true);
  });
  if (isSettled) await openMissing(deps, settling.bookingId);
}

/** True when something is wanted. It is reckoned from all payments: one that changes meanwhile has it reckoned anew. */
async function joinWanted(deps: SettleDeps, tx: Transaction, booking: Booking): Promise<boolean> {
  const stored = await deps.payments.storedOfBooking(booking.id);
  const payments = stored.map(({ payment }) => payment);
  const fees = keptFees(payments, booking);
  const open = payments.map((one) => fees.includes(one) ? { ...one, wish: null } : one);
  const wanted = wantedOf(open, booking, deps.clock.now().epochMilliseconds);
  let isWanted = false;
  for (const one of stored) {
    checkPayment(tx, one);
    const commands = wanted.flatMap(({ id, command }) => id === one.payment.id ? command : []);
    const after = await joinCommands(deps, tx, one, commands);
    isWanted ||= after !== one.payment;
  }
  return isWanted;
}

/** What a ride that was moved costs more than is paid or promised is a payment of its own, which whoever holds the link pays. */
async function openMissing(deps: SettleDeps, id: BookingId): Promise<void> {
  await commitWithRetry(deps.db, async (tx) => {
    const stored = await deps.bookings.get(id);
    const payments = await deps.payments.ofBooking(id);
    if (stored === null) return new Unwritten(null);
    const { booking } = stored;
    const limitOre = missingOre(payments, booking);
    if (limitOre === 0 || payablePayment(payments) !== null) return new Unwritten(null);
    const { method } = booking.payment;
    openNextPayment(deps, tx, stored, { method, limitOre, payments });
    return null;
  });
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
