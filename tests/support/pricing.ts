// Builders for pricing tests: a plain tariff, a trip, a route, an engine that answers what it is told.
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import type { Point, Stop } from "../../lib/places/place.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { PricingCacheManager } from "../../lib/pricing/pricing-cache-manager.ts";
import { buildOptions, quoteExpiry, type UnsignedQuote } from "../../lib/pricing/quote-rules.ts";
import { importQuoteKey, signQuote } from "../../lib/pricing/quote-signature.ts";
import type { QuoteTripDeps } from "../../lib/pricing/quote-trip.ts";
import { type Quote, quoteId } from "../../lib/pricing/quote.ts";
import type { Extras, TripRequest } from "../../lib/trip/trip.ts";
import type { TariffBook } from "../../lib/pricing/tariff-rules.ts";
import type { Surcharge, Tariff } from "../../lib/pricing/tariff.ts";
import type { Route, RouteAnswer, RoutingEngine } from "../../lib/routing/route.ts";
import { labelOf } from "../../lib/kernel/locale.ts";
import { testCache } from "./cache/test-cache.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";

/** Three points of Göteborg and one at sea, in and out of the demo zones. */
export const POINTS = {
  landvetter: { lat: 57.6685, lng: 12.2922 },
  centrum: { lat: 57.7065, lng: 11.9680 },
  frolunda: { lat: 57.6520, lng: 11.9110 },
  vinga: { lat: 57.6330, lng: 11.6050 },
} as const satisfies Record<string, Point>;

export const NO_EXTRAS: Extras = { childSeats: 0, pets: 0, extraLuggage: 0 };

/** A tariff without zones and surcharges, valid from 2020 on, with VAT 6 %. */
export function aTariff(changes: Partial<Tariff> = {}): Tariff {
  return {
    version: `${changes.validFrom ?? "2020-01-01"}.1`,
    validFrom: "2020-01-01",
    validUntil: null,
    currency: "SEK",
    vatRatePercent: 6,
    rounding: "none",
    rates: {
      standard: { baseOre: 6_000, perKmOre: 1_600, perHourOre: 71_700, minimumOre: 0 },
      van: { baseOre: 8_700, perKmOre: 2_800, perHourOre: 92_900, minimumOre: 0 },
    },
    extras: { childSeatOre: 4_000, petOre: 5_000, extraLuggageOre: 3_000 },
    zones: [],
    fixedPrices: [],
    surcharges: [],
    ...changes,
  };
}

/** Tariffs that can all be read. */
export function aBook(tariffs: readonly Tariff[]): TariffBook {
  return { tariffs, unreadable: [] };
}

/** A store of tariffs that nobody changes. */
export function tariffsOf(tariffs: readonly Tariff[]): QuoteTripDeps["tariffs"] {
  const edition = { number: 0, versionstamp: null };
  return {
    book: () => Promise.resolve(aBook(tariffs)),
    bookInForce: () => Promise.resolve({ value: aBook(tariffs), edition }),
    refresh: () => Promise.resolve(false),
  };
}

/** A surcharge of 20 % between 22:00 and 06:00 on any day. */
export function aSurcharge(changes: Partial<Surcharge> = {}): Surcharge {
  return {
    id: "night",
    name: labelOf(() => "Natt"),
    amount: { kind: "percent", percent: 20, of: "fare" },
    basis: "pickup",
    onFixedPrice: true,
    group: null,
    when: [{
      kind: "daily",
      from: "22:00",
      until: "06:00",
      dayKinds: ["red", "eve", "saturday", "weekday"],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    }],
    ...changes,
  };
}

/** A stop at a point. */
export function aStopAt(point: Point, name = "Östra Hamngatan"): Stop {
  return {
    placeId: "street:ostra-hamngatan",
    kind: "street",
    name,
    area: "Göteborg",
    point,
    words: `${name} 24, portkod 1234`,
  };
}

/** A measured route of 10 km and 15 minutes. */
export function aRoute(changes: Partial<Route> = {}): Route {
  return {
    distanceMeters: 10_000,
    durationSeconds: 900,
    geometry: "_p~iF~ps|U_ulLnnqC",
    engine: "goteborg",
    dataVersion: "test",
    isEstimate: false,
    ...changes,
  };
}

/** Landvetter to the centre, one person, at an instant (ISO). */
export function aTripRequest(
  { pickup = "2026-11-23T05:40:00Z", ...changes }:
    & Partial<Omit<TripRequest, "pickup">>
    & { pickup?: string } = {},
): TripRequest {
  return {
    from: aStopAt(POINTS.landvetter, "Göteborg Landvetter"),
    to: aStopAt(POINTS.centrum),
    pickup: pickupTimeAt(Temporal.Instant.from(pickup)),
    passengers: 1,
    bags: 1,
    wheelchairs: 0,
    extras: NO_EXTRAS,
    ...changes,
  };
}

/** An engine with one answer. */
export function routingThatAnswers(answer: RouteAnswer): RoutingEngine {
  return { route: () => Promise.resolve(answer) };
}

/** Fares and ways over such an engine, kept in a cache of their own. */
export function pricingCacheOver(answer: RouteAnswer): PricingCacheManager {
  return new PricingCacheManager({ ...testCache(), routing: routingThatAnswers(answer) });
}

/** The fees that ship, whenever they are asked for. */
export const SHIPPED_FEES = {
  at: () => Promise.resolve(SHIPPED_EDITION),
  begunOn: () => Promise.resolve(SHIPPED_EDITION),
};

/** The key quotes are sealed with in tests. */
export const testQuoteKey = (): Promise<CryptoKey> =>
  importQuoteKey(new TextEncoder().encode("a quote secret for tests, 32 bytes or more"));

/** A signed quote of the demo tariff for Landvetter to the centre, made 2026-11-22 12:00 UTC. */
export function aQuote(
  changes: Partial<UnsignedQuote> = {},
  key: Promise<CryptoKey> = testQuoteKey(),
): Promise<Quote> {
  const trip = changes.trip ?? aTripRequest();
  const route = changes.route ?? aRoute();
  const createdAt = Temporal.Instant.from(changes.createdAt ?? "2026-11-22T12:00:00Z");
  const unsigned: UnsignedQuote = {
    id: quoteId("01KAMZ8N00AVANT1TESTQ0TE01"),
    trip,
    route,
    options: buildOptions({
      tariff: DEMO_TARIFF_2026,
      trip,
      route,
      classes: ["standard", "premium"],
      now: createdAt,
    }),
    tariffVersion: DEMO_TARIFF_2026.version,
    timeZoneDataVersion: "2026b",
    createdAt: createdAt.toString(),
    expiresAt: quoteExpiry(createdAt).toString(),
    reschedules: null,
    ...changes,
  };
  return key.then((key) => signQuote(key, unsigned));
}
