// Jämförpris: what 10 km and 15 minutes cost, so that customers can compare companies (Transportstyrelsen).
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { ClassRates, Tariff } from "./tariff.ts";
import { roundDiv } from "../kernel/money.ts";
import { priceByMeter } from "./fare-rules.ts";

/** The trip every company prices: 10 km in 15 minutes. */
export const COMPARISON_KM = 10;
/** How long it takes. */
export const COMPARISON_MINUTES = 15;

const COMPARISON_TRIP = {
  distanceMeters: COMPARISON_KM * 1_000,
  durationSeconds: COMPARISON_MINUTES * 60,
};

/** Jämförpris of bare rates, öre incl. VAT: base + 10 × km + 0.25 × hour (Transportstyrelsen, yellow decal). */
export function comparisonPriceOre(
  { baseOre, perKmOre, perHourOre }: Pick<ClassRates, "baseOre" | "perKmOre" | "perHourOre">,
): number {
  return baseOre + COMPARISON_KM * perKmOre + roundDiv(COMPARISON_MINUTES * perHourOre, 60);
}

/**
 * Jämförpris of a class at a pickup, öre incl. VAT: the minimum and the surcharges of that instant are in it,
 * since a night or holiday surcharge makes another tariff in the eyes of the passenger.
 * Throws DomainError `class-not-offered`.
 */
export function comparisonPriceAt(
  tariff: Tariff,
  vehicleClass: VehicleClass,
  pickup: Temporal.Instant,
): number {
  return priceByMeter({ tariff, vehicleClass, route: COMPARISON_TRIP, pickup }).totalOre;
}
