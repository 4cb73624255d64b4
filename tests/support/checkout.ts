// Bookings that somebody pays beforehand, from the hold of the car to the end of the ride.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import type { Booking, BookingId } from "../../lib/booking/booking.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { UNDO_MS } from "../../lib/booking/operator-act.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import type { Payment } from "../../lib/payments/payment.ts";
import { deletePayment } from "../../lib/payments/payment-store.ts";
import { answers, type PaidProduct, pays, runPaymentJobs } from "./stripe.ts";
import { aStoredBooking, type BookingOptions } from "./trips.ts";

/** A booking that waits for its money, and the last part of its link. */
export interface Held {
  booking: Booking;
  link: string;
}

/** One, by card unless it says otherwise. */
export async function holds(
  { services }: PaidProduct,
  options: BookingOptions = {},
): Promise<Held> {
  // Readers begin where the feed ends when they read for the first time.
  await readRoomFeeds(services);
  return await aStoredBooking(services, { method: "card", ...options });
}

/** Whoever holds the link pays, and comes back. */
export async function paid(product: PaidProduct, held: Held, method?: string): Promise<Payment> {
  const { id } = await paymentOf(product, held);
  await beginPaying(product.services, id);
  assert(await pays(product, id, method));
  if (method === "swish") await answers(product, id, true);
  const after = await advancePayment(product.services, id);
  assert(after !== null);
  return after;
}

/** Its pickup comes, and it is driven to its end; then what is due is done, or what is given. */
export async function drives(
  product: PaidProduct,
  bookingId: BookingId,
  after: () => Promise<unknown> = () => settles(product),
): Promise<void> {
  product.clock.advance({ hours: 28 });
  await isDriven(product, bookingId, ["depart", "arrive", "board", "complete"]);
  // As an operator's act does, each could be taken back until then.
  product.clock.advance({ milliseconds: UNDO_MS });
  await after();
}

/** A driver gets it, and comes that far with it. */
export async function isDriven(
  { services }: PaidProduct,
  bookingId: BookingId,
  steps: readonly ("depart" | "arrive" | "board" | "complete")[],
): Promise<void> {
  const assign = { type: "assign", driverId: driverId("D01") } as const;
  const commands: OperatorCommand[] = [assign, ...steps.map((type) => ({ type }))];
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  for (const command of commands) {
    const stored = await services.bookings.get(bookingId);
    const expectedVersion = stored?.booking.version ?? 0;
    await changeBooking(services, { bookingId, command, actor, expectedVersion });
  }
}

/** Whoever holds the link moves it. */
export async function moves(
  product: PaidProduct,
  { link }: Held,
  wallTime: string,
): Promise<Booking> {
  const { services } = product;
  const pickup = readWallTime(wallTime);
  assert(pickup.kind === "one");
  const quote = await quoteReschedule(services, { link, pickup: pickup.pickup });
  const moved = await rescheduleBooking(services, { link, quoteId: quote.id });
  await settles(product);
  return moved;
}

/** Whoever holds the link cancels it. */
export async function cancels(product: PaidProduct, { link }: Held, expectedFeeOre: number) {
  await cancelBooking(product.services, { link, reason: "", expectedFeeOre });
  await settles(product);
}

/** What is due is done: jobs, readers, and the jobs those put on the table. */
export async function settles(product: PaidProduct): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await runRoomJobs(product.services);
    await readRoomFeeds(product.services);
    await runPaymentJobs(product);
  }
}

/** Where it is in its life. */
export async function statusOf({ services }: PaidProduct, { booking }: Held) {
  return (await services.bookings.get(booking.id))?.booking.status;
}

/** Its payment that can still become money, or the one it had. */
export async function paymentOf({ services }: PaidProduct, { booking }: Held): Promise<Payment> {
  const all = await services.payments.ofBooking(booking.id);
  const one = all.find(({ wish }) => wish === null) ?? all[0];
  assert(one !== undefined);
  return one;
}

/** What the provider has taken in all, in öre. */
export function captured({ stripe }: PaidProduct): number {
  return [...stripe.books.charges.values()].reduce((sum, one) => sum + one.amount_captured, 0);
}

/** What the provider has given back in all, in öre. */
export function givenBack({ stripe }: PaidProduct): number {
  return [...stripe.books.refunds.values()].reduce((sum, { amount }) => sum + amount, 0);
}

/** Its rows are as they were before it was opened: the database was restored from a copy of then. */
export async function forgetPayment({ services }: PaidProduct, payment: Payment): Promise<void> {
  await commitWithRetry(services.db, (tx) => Promise.resolve(deletePayment(tx, payment)));
}
