// Joins payments to bookings: in every process, for money is promised while requests are answered, too.
import type { PaymentFollowers } from "../payments/payment-followers.ts";
import { bookingSecurer, type SecureDeps } from "./secure-booking.ts";

/** Lets bookings follow their payments; it gives nothing to others. */
export function checkoutServices(
  below: SecureDeps & { paymentFollowers: PaymentFollowers },
): Record<never, never> {
  below.paymentFollowers.add(bookingSecurer(below));
  return {};
}
