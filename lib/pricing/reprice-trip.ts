// What a trip that was sold costs once something about it is another: by the tariff of its first price, or today's.
import { DomainError } from "../errors/domain-error.ts";
import { localDate, pickupTimeAt } from "../kernel/wall-time.ts";
import { carries, type VehicleClass } from "../fleet/vehicle.ts";
import type { Route } from "../routing/route.ts";
import type { TripRequest } from "../trip/trip.ts";
import { optionsAt } from "./quote-rules.ts";
import { withFees } from "./agreed-fees.ts";
import { feesOf, type PreviewTripDeps, type PricedTrip, routeAt } from "./quote-trip.ts";
import type { Tariff } from "./tariff.ts";
import { tariffAt, type TariffBook, unreadableTariff } from "./tariff-rules.ts";

/** How a sold trip is priced anew. */
export interface RepriceTerms {
  vehicleClass: VehicleClass;
  /** The version that priced it first; null: the tariff in force for its pickup. */
  tariffVersion: string | null;
  /** The edition of the fees it was sold under; null: the one in force. */
  feeEdition: string | null;
  /** The way that was priced, when neither its ends nor its hour are others; null: it is looked for. */
  route: Route | null;
}

/** A price that can be frozen into a quote; its one option is of the class asked for. */
export type RepricedTrip = PricedTrip;

/**
 * Prices a trip in one class, öre incl. VAT. Throws DomainError: no-tariff, also when the first tariff is gone;
 * tariff-unreadable; * class-not-offered; no-class-fits when the class does not carry the party; no-route-…; and GatewayError.
 */
export async function repriceTrip(
  deps: PreviewTripDeps,
  request: TripRequest,
  { vehicleClass, tariffVersion, feeEdition, route: known }: RepriceTerms,
): Promise<RepricedTrip> {
  const pickup = Temporal.Instant.from(request.pickup.instant);
  const tariff = tariffOf(await deps.tariffs.book(), tariffVersion, pickup);
  assertCarries(vehicleClass, request);
  const trip: TripRequest = { ...request, pickup: pickupTimeAt(pickup) };
  const route = known ?? await routeAt(deps, trip);
  const now = deps.clock.now();
  const fares = await deps.pricingCache.fares({ tariff, trip, route, classes: [vehicleClass] });
  const fees = await feesOf(deps, feeEdition);
  const options = withFees(optionsAt(fares, now), fees, { tariff, trip });
  return { trip, route, options, tariffVersion: tariff.version };
}

function tariffOf(
  book: TariffBook,
  version: string | null,
  pickup: Temporal.Instant,
): Tariff {
  if (version === null) return tariffAt(book, pickup);
  const tariff = book.tariffs.find((one) => one.version === version);
  if (tariff !== undefined) return tariff;
  const date = localDate(pickup);
  const isThere = book.unreadable.some((one) => one.version === version);
  throw isThere ? unreadableTariff(date) : new DomainError("no-tariff", { date });
}

function assertCarries(
  vehicleClass: VehicleClass,
  { passengers, bags, wheelchairs, extras }: TripRequest,
): void {
  const party = { passengers, wheelchairs, bags: bags + extras.extraLuggage };
  if (!carries(vehicleClass, party) || extras.childSeats + wheelchairs > passengers) {
    throw new DomainError("no-class-fits", { passengers, bags });
  }
}
