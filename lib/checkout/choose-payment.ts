// Use case: whoever holds the link says how they pay what is missing. One payment at a time can be paid: the one before it is
// given up in the commit that opens another, so that two windows of one person never pay twice.
import type { Booking } from "../booking/booking.ts";
import type { BookingCommand } from "../booking/booking-command.ts";
import { type ChangeDeps, changeInCommit } from "../booking/change-stored-booking.ts";
import { assertRemembered } from "../booking/forgotten-rules.ts";
import { readManageLink } from "../booking/manage-link.ts";
import { openNextPayment } from "../booking/open-booked-payment.ts";
import { type ReserveDeps, reserveVehicle } from "../booking/reserve-vehicle.ts";
import { bookBuyer, type BookBuyerDeps } from "./book-buyer.ts";
import { missingOre, payablePayment } from "./checkout-rules.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { mayTakeMoney } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { invariant } from "../kernel/invariant.ts";
import type { InvoiceBuyer } from "../invoicing/buyer.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import { joinCommands } from "../payments/change-payment.ts";
import type { Payment } from "../payments/payment.ts";
import type { PaymentFollowers } from "../payments/payment-followers.ts";
import { isPaidInCar, isPrepaid, type PaymentMethod } from "../payments/payment-method.ts";
import type { PaymentStore } from "../payments/payment-store.ts";

/** What choosing needs. */
export interface ChooseDeps extends ChangeDeps, Omit<BookBuyerDeps, "bookings"> {
  clock: Clock;
  fleet: ReserveDeps["fleet"] & Pick<FleetStore, "vehicle">;
  randomBytes: RandomBytes;
  jobs: JobQueue;
  linkKey: CryptoKey;
  payments: PaymentStore;
  paymentFollowers: PaymentFollowers;
}

/** What is chosen; an invoice says whom it goes to. */
export interface ChosenPayment {
  link: string;
  method: PaymentMethod;
  buyer?: InvoiceBuyer | null;
}

/** The booking after it, and the payment to be paid; null when none is. */
export interface Chosen {
  booking: Booking;
  payment: Payment | null;
}

/**
 * Chooses how a booking is paid that waits for its money, or of which some is missing; paid in the car it is confirmed at
 * once, on a car whose driver may take money, and so by invoice. Throws DomainError: link-invalid, booking-erased,
 * booking-state, busy, no-vehicle-free, invoice-refused.
 */
export async function choosePayment(
  deps: ChooseDeps,
  { link, method, buyer = null }: ChosenPayment,
): Promise<Chosen> {
  const id = await readManageLink(deps.linkKey, link);
  const { value } = await commitWithRetry<Chosen>(deps.db, async (tx) => {
    const stored = await deps.bookings.get(id);
    if (stored === null) throw new DomainError("link-invalid");
    const { booking } = stored;
    assertRemembered(booking);
    const payments = await deps.payments.ofBooking(id);
    const limitOre = missingOre(payments, booking);
    const current = payablePayment(payments);
    if (limitOre === 0) return new Unwritten(settled(booking, method));
    if (current?.method === method) return new Unwritten({ booking, payment: current });
    await giveUp(deps, tx, current);
    if (!isPrepaid(method)) return await payLater(deps, tx, booking, { method, buyer });
    const payment = openNextPayment(deps, tx, stored, { method, limitOre, payments });
    return { booking, payment };
  });
  return value;
}

/** A second press of the button is no second choice. Throws DomainError("booking-state") where nothing can be chosen. */
function settled(booking: Booking, method: PaymentMethod): Chosen {
  if (booking.payment.method === method) return { booking, payment: null };
  throw new DomainError("booking-state", { action: "secure", status: booking.status });
}

async function giveUp(deps: ChooseDeps, tx: Transaction, payment: Payment | null): Promise<void> {
  if (payment === null) return;
  const stored = await deps.payments.get(payment.id);
  if (stored === null) return;
  await joinCommands(deps, tx, stored, [{ type: "settle", keepOre: 0, reason: "cancelled" }]);
}

async function payLater(
  deps: ChooseDeps,
  tx: Transaction,
  { id }: Booking,
  { method, buyer }: { method: PaymentMethod; buyer: InvoiceBuyer | null },
): Promise<Chosen> {
  invariant((method === "invoice") === (buyer !== null), "An invoice says whom it goes to");
  const meta = { at: deps.clock.now().toString(), actor: { kind: "customer" } } as const;
  const { after } = await changeInCommit(
    deps,
    tx,
    id,
    async (booking) => {
      if (buyer !== null) await bookBuyer(deps, tx, booking, buyer);
      const then = await moveToPayable(deps, tx, booking, method);
      return { command: { type: "secure", paymentId: null, method }, then, meta };
    },
  );
  return { booking: after, payment: null };
}

/** The car that is held may be one without a meter, whose driver takes no money. */
async function moveToPayable(
  deps: ChooseDeps,
  tx: Transaction,
  { id, trip, reservation: former }: Booking,
  method: PaymentMethod,
): Promise<BookingCommand[]> {
  if (!isPaidInCar(method)) return [];
  // What is read of the fleet from here on is what the commit stands on.
  await deps.fleet.guard(tx);
  if (mayTakeMoney(await deps.fleet.vehicle(former.vehicleId))) return [];
  const { vehicleClass, pickup: { instant: pickup }, route: { durationSeconds } } = trip;
  const ride = { bookingId: id, vehicleClass, pickup, durationSeconds, method, former };
  const reservation = await reserveVehicle(deps, tx, ride);
  return [{ type: "move", driverId: null, reservation }];
}
