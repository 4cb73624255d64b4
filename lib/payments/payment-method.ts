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

/** True when the driver is paid: only in a vehicle that may take money. */
export function isPaidInCar(method: PaymentMethod): boolean {
  return method === "car";
}

/** A bank surely holds money that long: Stripe's seven days, less one for a ride that ends late (docs.stripe.com/payments/extended-authorization). */
const SURELY_HELD_MS = 6 * 24 * 60 * 60_000;

/** When a card that is saved now is to be authorised for a pickup, an instant; null where that is done at once. */
export function authoriseAt(method: PaymentMethod, pickup: string, nowMs: number): string | null {
  const dueMs = Date.parse(pickup) - SURELY_HELD_MS;
  return method === "card" && dueMs > nowMs ? new Date(dueMs).toISOString() : null;
}
