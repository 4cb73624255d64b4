// How a ride is paid, and which ways want the money, or a bank's promise of it, before a car is promised.

/** How a ride is paid. */
export const PAYMENT_METHODS = ["card", "swish", "invoice", "car"] as const;

/** One of them. */
export type PaymentMethod = typeof PAYMENT_METHODS[number];

/** How a booking is paid. */
export interface BookedPayment {
  method: PaymentMethod;
}

const PREPAID: ReadonlySet<PaymentMethod> = new Set<PaymentMethod>(["card", "swish"]);

/** True when nothing is confirmed before a bank has said yes. */
export function isPrepaid(method: PaymentMethod): boolean {
  return PREPAID.has(method);
}
