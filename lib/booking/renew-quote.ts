// Use case: a new price for the trip of a quote that is over, or for the time at which a class has a car.
import { DomainError } from "../errors/domain-error.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { pickupTimeAt } from "../kernel/wall-time.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import { quoteTrip, type QuoteTripDeps } from "../pricing/quote-trip.ts";
import type { TripRequest } from "../trip/trip.ts";
import { quoteStanding, type QuoteStandingDeps } from "./buyable-quote.ts";
import { type AvailabilityDeps, availabilityOf } from "./class-availability.ts";

/** What renewing needs. */
export type RenewQuoteDeps =
  & Omit<QuoteTripDeps, "quotes">
  & QuoteStandingDeps
  & AvailabilityDeps
  & { quotes: QuoteTripDeps["quotes"] & QuoteStandingDeps["quotes"] };

/** The former quote and the one that takes its place. */
export interface RenewedQuote {
  former: Quote;
  quote: Quote;
}

/**
 * Quotes the same trip anew; with `moveTo`, at the next time that class has a car. The former quote stays as it
 * is: one that still holds can still be bought. Throws DomainError: quote-not-found, quote-altered, quote-used,
 * quote-for-other-booking, no-vehicle-free without later times, and what `quoteTrip` throws.
 */
export async function renewQuote(
  deps: RenewQuoteDeps,
  id: QuoteId,
  { moveTo = null }: { moveTo?: VehicleClass | null } = {},
): Promise<RenewedQuote> {
  const { quote: former, refusal } = await quoteStanding(deps, id, deps.clock.now());
  if (refusal !== null && refusal.code !== "quote-expired") throw refusal;
  const trip = moveTo === null ? former.trip : await movedTrip(deps, former, moveTo);
  return { former, quote: await quoteTrip(deps, trip) };
}

async function movedTrip(
  deps: AvailabilityDeps,
  { trip, route }: Quote,
  vehicleClass: VehicleClass,
): Promise<TripRequest> {
  const ride = { pickup: trip.pickup.instant, durationSeconds: route.durationSeconds };
  const availability = await availabilityOf(deps, vehicleClass, ride);
  if (availability.kind === "free") return trip;
  if (availability.kind === "none") {
    throw new DomainError("no-vehicle-free", { vehicleClass, alternatives: [] });
  }
  return { ...trip, pickup: pickupTimeAt(Temporal.Instant.from(availability.instant)) };
}
