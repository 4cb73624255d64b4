// A payment of a booking as it stands, opened in the commit that makes the booking wait for it.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import { openPayment } from "../payments/open-payment.ts";
import type { Payment } from "../payments/payment.ts";
import { makeRoom } from "../payments/payment-store.ts";
import { authoriseAt, type PaymentMethod } from "../payments/payment-method.ts";
import type { Booking } from "./booking.ts";
import type { StoredBooking } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";

/** Opens one for the whole price, or for what is missing of it. Whose sale it becomes is known when a car has driven. */
export function openBookedPayment(
  deps: { clock: Clock; randomBytes: RandomBytes },
  tx: Transaction,
  { id, trip }: Pick<Booking, "id" | "trip">,
  method: PaymentMethod,
  limitOre: number = trip.totalOre,
): Payment {
  const nowMs = deps.clock.now().epochMilliseconds;
  return openPayment(deps, tx, {
    ...{ bookingId: id, method, entityId: null, limitOre },
    rideAt: trip.pickup.instant,
    authoriseAt: authoriseAt(method, trip.pickup.instant, nowMs),
  });
}

/**
 * Opens another for a booking that has had one. The booking is written as it is: of two who open one at the same time the
 * second loses, and then sees the first. `payments` are those it has. Throws DomainError("busy") where they are too many.
 */
export function openNextPayment(
  deps: { clock: Clock; randomBytes: RandomBytes },
  tx: Transaction,
  { booking, versionstamp }: StoredBooking,
  { method, limitOre, payments }: {
    method: PaymentMethod;
    limitOre: number;
    payments: readonly Payment[];
  },
): Payment {
  makeRoom(tx, payments);
  const key = bookingKeys.booking(booking.id);
  tx.check(key, versionstamp).set(key, booking);
  return openBookedPayment(deps, tx, booking, method, limitOre);
}
