// Joins payments to bookings: in every process, for money is promised while requests are answered, too.
import type { PaymentFollowers } from "../payments/payment-followers.ts";
import { ProposalStore } from "./proposal-store.ts";
import { bookingSecurer, type SecureDeps } from "./secure-booking.ts";

/** What this room gives to those above it. */
export interface CheckoutServices {
  proposals: ProposalStore;
}

/** Lets bookings follow their payments. */
export function checkoutServices(
  below: SecureDeps & { paymentFollowers: PaymentFollowers },
): CheckoutServices {
  below.paymentFollowers.add(bookingSecurer(below));
  return { proposals: new ProposalStore(below) };
}
