// What may be quoted, what a quote says, and whether it can still be bought.
import type { TripRequest } from "../trip/trip.ts";
import type { Tariff } from "./tariff.ts";
import type { Route } from "../routing/route.ts";
import type { Stop } from "../places/place.ts";
import { carries, VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import { DomainError } from "../errors/domain-error.ts";
import { localDate } from "../kernel/wall-time.ts";
import { bindingMaximumOre } from "./binding-maximum.ts";
import { comparisonPriceAt } from "./comparison-price.ts";
import { priceTrip } from "./fare-rules.ts";
import { type Quote, QUOTE_TTL_MINUTES, type QuoteOption } from "./quote.ts";

/** Shortest time from asking to pickup, in minutes: a car must get there. It refuses, it never prices. */
export const MIN_LEAD_MINUTES = 30;

/** Longest time from asking to pickup, in days: tariffs and the law's thresholds are known about a year ahead. */
export const MAX_LEAD_DAYS = 365;

/** A quote's innermost value lies on level 7; a stored one far below that was tampered with or runs in a circle. */
const MAX_QUOTE_DEPTH = 10;

/** A quote before it is signed. */
export type UnsignedQuote = Omit<Quote, "signature">;

/** Throws DomainError `pickup-too-soon` or `pickup-too-late`, with the nearest instant that would do. */
export function assertPickupWindow(pickup: Temporal.Instant, now: Temporal.Instant): void {
  const earliest = now.add({ minutes: MIN_LEAD_MINUTES });
  const latest = now.add({ hours: 24 * MAX_LEAD_DAYS });
  if (Temporal.Instant.compare(pickup, earliest) < 0) {
    throw new DomainError("pickup-too-soon", { earliest: earliest.toString() });
  }
  if (Temporal.Instant.compare(pickup, latest) > 0) {
    throw new DomainError("pickup-too-late", { latest: latest.toString() });
  }
}

/**
 * Classes of the tariff that carry the party, in the order customers see them: every passenger a seat (a child
 * seat takes one of them), every bag and piece of extra luggage a place; a pet takes none. Who travels in a
 * wheelchair is offered vehicles for wheelchairs alone, and nobody else is.
 * Throws DomainError `no-class-fits` when there is none.
 */
export function classesThatFit(
  tariff: Pick<Tariff, "rates">,
  trip: Pick<TripRequest, "passengers" | "bags" | "wheelchairs" | "extras">,
): VehicleClass[] {
  const { passengers, wheelchairs, extras } = trip;
  const party = { passengers, wheelchairs, bags: trip.bags + extras.extraLuggage };
  const fitting = VEHICLE_CLASSES.filter((vehicleClass) =>
    tariff.rates[vehicleClass] !== undefined && carries(vehicleClass, party)
  );
  if (fitting.length === 0 || extras.childSeats + wheelchairs > passengers) {
    throw new DomainError("no-class-fits", { passengers: trip.passengers, bags: trip.bags });
  }
  return fitting;
}

/** Everything fares follow from; never the present moment. */
export interface FareTerms {
  tariff: Tariff;
  trip: Pick<TripRequest, "extras"> & {
    from: Pick<Stop, "point">;
    to: Pick<Stop, "point">;
    pickup: Pick<TripRequest["pickup"], "instant">;
  };
  route: Pick<Route, "distanceMeters" | "durationSeconds">;
  classes: readonly VehicleClass[];
}

/** The price of a trip in one class, before the law's threshold is looked at. */
export type Fare = Omit<QuoteOption, "bindingMaximumOre">;

/** One option per class, öre incl. VAT; the pickup instant prices, `now` only decides the law's threshold. */
export function buildOptions(
  { now, ...terms }: FareTerms & { now: Temporal.Instant },
): QuoteOption[] {
  return optionsAt(buildFares(terms), now);
}

/** Fares as options that are ordered at `now`. */
export function optionsAt(fares: readonly Fare[], now: Temporal.Instant): QuoteOption[] {
  const orderedOn = localDate(now);
  return fares.map((fare) => ({
    ...fare,
    bindingMaximumOre: bindingMaximumOre({ ...fare, orderedOn }),
  }));
}

/** One fare per class, öre incl. VAT. */
export function buildFares({ tariff, trip, route, classes }: FareTerms): Fare[] {
  const pickup = Temporal.Instant.from(trip.pickup.instant);
  return classes.map((vehicleClass) => {
    const price = priceTrip({
      tariff,
      vehicleClass,
      route,
      from: trip.from,
      to: trip.to,
      pickup,
      extras: trip.extras,
    });
    return {
      vehicleClass,
      ...price,
      comparisonPriceOre: comparisonPriceAt(tariff, vehicleClass, pickup),
    };
  });
}

/** The instant a quote made at `createdAt` can no longer be bought. */
export function quoteExpiry(createdAt: Temporal.Instant): Temporal.Instant {
  return createdAt.add({ minutes: QUOTE_TTL_MINUTES });
}

/**
 * Throws DomainError `quote-expired` from `expiresAt` on, and `quote-for-other-booking` when the quote was not
 * made for `reschedules` (null: a new trip). The signature is checked where the quote is read.
 */
export function assertBuyable(
  quote: Pick<Quote, "expiresAt" | "reschedules">,
  now: Temporal.Instant,
  reschedules: string | null = null,
): void {
  const refusal = buyRefusal(quote, now, reschedules);
  if (refusal !== null) throw refusal;
}

/** What `assertBuyable` would throw, or null. */
export function buyRefusal(
  quote: Pick<Quote, "expiresAt" | "reschedules">,
  now: Temporal.Instant,
  reschedules: string | null = null,
): DomainError | null {
  if (Temporal.Instant.compare(now, Temporal.Instant.from(quote.expiresAt)) >= 0) {
    return new DomainError("quote-expired", { expiresAt: quote.expiresAt });
  }
  return quote.reschedules === reschedules ? null : new DomainError("quote-for-other-booking");
}

/** The option of a class; throws DomainError `class-not-offered` when the quote has none. */
export function optionFor(quote: Pick<Quote, "options">, vehicleClass: VehicleClass): QuoteOption {
  const option = quote.options.find((option) => option.vehicleClass === vehicleClass);
  if (!option) throw new DomainError("class-not-offered", { vehicleClass });
  return option;
}

/**
 * The one text of a quote, for signing: JSON with sorted keys, every field but `signature`, unknown ones too.
 * Null when it holds anything JSON would drop or change silently (undefined, NaN, -0, a Date, a cycle …).
 */
export function canonicalQuote(quote: UnsignedQuote): string | null {
  if (!isPlainObject(quote)) return null;
  const { signature: _, ...signed } = quote as Record<string, unknown>;
  return canonical(signed, 1);
}

function canonical(value: unknown, depth: number): string | null {
  if (depth > MAX_QUOTE_DEPTH) return null;
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return null;
    const items = value.map((item) => canonical(item, depth + 1));
    return items.includes(null) ? null : `[${items.join(",")}]`;
  }
  if (isPlainObject(value)) {
    const fields = Object.keys(value).sort().map((key) => {
      const field = canonical(value[key], depth + 1);
      return field === null ? null : `${JSON.stringify(key)}:${field}`;
    });
    return fields.includes(null) ? null : `{${fields.join(",")}}`;
  }
  return isJsonScalar(value) ? JSON.stringify(value) : null;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isJsonScalar(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0));
}
