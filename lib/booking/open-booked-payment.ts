// A payment of a booking as it stands, opened in the commit that makes the booking wait for it.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import { openPayment } from "../payments/open-payment.ts";
import type { Payment } from "../payments/payment.ts";
import { authoriseAt, type PaymentMethod } from "../payments/payment-method.ts";
import type { Booking } from "./booking.ts";

/** Opens one for the whole price. Whose sale it becomes is known when a car has driven. */
export function openBookedPayment(
  deps: { clock: Clock; randomBytes: RandomBytes },
  tx: Transaction,
  { id, trip }: Pick<Booking, "id" | "trip">,
  method: PaymentMethod,
): Payment {
  const nowMs = deps.clock.now().epochMilliseconds;
  return openPayment(deps, tx, {
    ...{ bookingId: id, method, entityId: null, limitOre: trip.totalOre },
    authoriseAt: authoriseAt(method, trip.pickup.instant, nowMs),
  });
}
