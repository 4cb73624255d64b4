// Which ways to pay what is missing of a booking's money are offered.
import type { Booking } from "../booking/booking.ts";
import { bookingCan } from "../booking/booking-rules.ts";
import { isPrepaid, type PaymentMethod } from "../payments/payment-method.ts";
import { type OfferDeps, offeredMethods } from "./offered-methods.ts";

/** The ways. The driver takes all of the price or nothing, and of a ride that is not over. */
export async function payableMethods(
  deps: OfferDeps,
  booking: Pick<Booking, "trip" | "reservation" | "status">,
  dueOre: number,
  nowMs: number,
): Promise<PaymentMethod[]> {
  const offered = await offeredMethods(deps, booking, nowMs);
  if (booking.status === "awaiting-payment") return offered;
  const isWhole = dueOre === booking.trip.totalOre && bookingCan("secure", booking.status);
  return offered.filter((method) => isPrepaid(method) || (method === "car" && isWhole));
}
