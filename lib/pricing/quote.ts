// A binding price for one trip, frozen when it was given.
import type { Label } from "../kernel/locale.ts";
import type { Route } from "../routing/route.ts";
import type { FeeTerms } from "../fees/fee-terms.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { TripRequest } from "../trip/trip.ts";

/** Id of a quote, a ULID. */
export type QuoteId = string & { readonly __brand: "QuoteId" };

/** How long a quote can be bought, in minutes. */
export const QUOTE_TTL_MINUTES = 15;

/** What a price line is for. */
export type FareLineCode =
  | "fixed-price"
  | "base"
  | "distance"
  | "time"
  | "minimum"
  | "surcharge"
  | "child-seat"
  | "pet"
  | "extra-luggage"
  | "rounding";

/** One line of a price; amounts include VAT. Only a rounding is below zero. */
export interface FareLine {
  code: FareLineCode;
  /** Names from the tariff, for example the zones of a fixed price or a surcharge; "" when the code says all. */
  label: Label;
  amountOre: number;
  vatRatePercent: number;
  vatOre: number;
}

/** The price of a trip in one vehicle class. */
export interface QuoteOption {
  vehicleClass: VehicleClass;
  lines: FareLine[];
  totalOre: number;
  vatOre: number;
  /** True when a fixed price between zones won over distance and time. */
  isFixedPrice: boolean;
  /** Jämförpris: price of 10 km and 15 min by this class's tariff at the pickup, incl. VAT. */
  comparisonPriceOre: number;
  /** Binding maximum that must be given when ordering (2 kap. taxitrafiklagen), or null when none is due. */
  bindingMaximumOre: number | null;
  /** What cancelling and not coming cost, and lateness gives back; absent: the terms that ship, `SHIPPED_TERMS`. */
  terms?: FeeTerms;
}

/** A frozen price for a trip, one option per vehicle class that fits, bought once by `id`. */
export interface Quote {
  id: QuoteId;
  trip: TripRequest;
  route: Route;
  options: QuoteOption[];
  tariffVersion: string;
  /** tz database version the wall times were read with, for example `2026b`. */
  timeZoneDataVersion: string;
  /** Instants, ISO in UTC. */
  createdAt: string;
  expiresAt: string;
  /** Which booking the quote re-prices, or null for a new trip. */
  reschedules: string | null;
  /** HMAC-SHA-256 over all other fields in canonical form, URL-safe base64. */
  signature: string;
}

/** Brands a string as QuoteId. */
export function quoteId(id: string): QuoteId {
  return id as QuoteId;
}
