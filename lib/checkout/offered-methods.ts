// Which ways to pay a ride is offered. Pure.
import type { Booking } from "../booking/booking.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";

/** What it depends on. */
export interface OfferDeps {
  /** Null where nobody takes cards for us. */
  paymentProvider: unknown;
  config: { swishUntilMinutes: number };
}

/** The ways, the one we would choose first. Swish is money that goes back when a car cannot come: it is not offered at the last moment. */
export function offeredMethods(
  { paymentProvider, config }: OfferDeps,
  { trip }: Pick<Booking, "trip">,
  nowMs: number,
): PaymentMethod[] {
  if (paymentProvider === null) return ["car"];
  const swishEndsMs = Date.parse(trip.pickup.instant) - config.swishUntilMinutes * 60_000;
  return nowMs <= swishEndsMs ? ["card", "swish", "car"] : ["card", "car"];
}
