// What a trip costs by a tariff: pure, whole öre, every line with its VAT, the total exactly their sum.
// Each line is rounded once, to the nearest öre, halves away from zero. A tariff in whole kronor rounds its
// percentages and the total down to a krona, in the customer's favour; the last line says by how much.
import type { Stop } from "../places/place.ts";
import type { Route } from "../routing/route.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { FareLine, FareLineCode, QuoteOption } from "./quote.ts";
import type { Extras } from "../trip/trip.ts";
import type { FixedPrice, Tariff } from "./tariff.ts";
import { DomainError } from "../errors/domain-error.ts";
import { labelIn, labelOf } from "../kernel/locale.ts";
import { invariant } from "../kernel/invariant.ts";
import { assertOre, includedVatOre, roundDiv } from "../kernel/money.ts";
import { applyingSurcharges } from "./surcharge-rules.ts";
import { zonesAt } from "./zone-rules.ts";

/** The price of a trip in one class. */
export type TripPrice = Pick<QuoteOption, "lines" | "totalOre" | "vatOre" | "isFixedPrice">;

/** What a price depends on: the tariff, the trip and the instant of pickup; never the present moment. */
export interface TripToPrice {
  tariff: Tariff;
  vehicleClass: VehicleClass;
  route: Pick<Route, "distanceMeters" | "durationSeconds">;
  from: Pick<Stop, "point">;
  to: Pick<Stop, "point">;
  pickup: Temporal.Instant;
  extras: Extras;
}

const NO_LABEL = labelOf(() => "");

/**
 * Prices a trip, öre incl. VAT. The fare is the fixed price between zones when there is one, else
 * base + distance + time, lifted to the minimum. Surcharges are computed of that fare, extras come last.
 * Throws DomainError `class-not-offered` when the tariff has no rates for the class.
 */
export function priceTrip(trip: TripToPrice): TripPrice {
  const fixed = fixedPriceFor(trip);
  const fare = fixed ? [fixed] : meteredFare(trip);
  const parts = [...fare, ...surcharges(trip, sumOre(fare), fixed !== null), ...extraParts(trip)];
  return totalled(trip.tariff, [...parts, ...roundingOf(trip.tariff, parts)], fixed !== null);
}

/** By distance and time with the surcharges of the pickup, öre incl. VAT: no zones, no extras, no rounding. */
export function priceByMeter(
  trip: Pick<TripToPrice, "tariff" | "vehicleClass" | "route" | "pickup">,
): TripPrice {
  const fare = meteredFare(trip);
  return totalled(trip.tariff, [...fare, ...surcharges(trip, sumOre(fare), false)], false);
}

/** A line before its VAT is known. */
type Part = Pick<FareLine, "code" | "label" | "amountOre">;

function meteredFare(
  { tariff, vehicleClass, route }: Pick<TripToPrice, "tariff" | "vehicleClass" | "route">,
): Part[] {
  const rates = tariff.rates[vehicleClass];
  if (!rates) throw new DomainError("class-not-offered", { vehicleClass });
  const travelled = withoutZeroes([
    part("base", rates.baseOre),
    part("distance", roundDiv(rates.perKmOre * wholeUnits(route.distanceMeters), 1_000)),
    part("time", roundDiv(rates.perHourOre * wholeUnits(route.durationSeconds), 3_600)),
  ]);
  const missingOre = rates.minimumOre - sumOre(travelled);
  return missingOre > 0 ? [...travelled, part("minimum", missingOre)] : travelled;
}

/** The lowest fixed price when several fit, so that the order of an operator's list means nothing. */
function fixedPriceFor({ tariff, vehicleClass, from, to }: TripToPrice): Part | null {
  if (!tariff.rates[vehicleClass]) throw new DomainError("class-not-offered", { vehicleClass });
  const starts = zonesAt(tariff.zones, from.point);
  const ends = zonesAt(tariff.zones, to.point);
  let best: { price: FixedPrice; ore: number } | null = null;
  for (const price of tariff.fixedPrices) {
    const ore = price.priceOre[vehicleClass];
    if (ore === undefined || (best && ore >= best.ore)) continue;
    const there = starts.has(price.fromZone) && ends.has(price.toZone);
    const back = starts.has(price.toZone) && ends.has(price.fromZone);
    if (there || (back && price.direction === "both")) best = { price, ore };
  }
  return best && part("fixed-price", best.ore, zonesLabel(tariff, best.price));
}

/** "Landvetter–centrum", as the operator wrote it, in whichever direction the trip goes. */
function zonesLabel(tariff: Tariff, price: FixedPrice): FareLine["label"] {
  const name = (id: string) => tariff.zones.find((zone) => zone.id === id)?.name ?? NO_LABEL;
  const [from, to] = [name(price.fromZone), name(price.toZone)];
  return labelOf((locale) => `${labelIn(from, locale)}–${labelIn(to, locale)}`);
}

/**
 * In the tariff's order, each at most once, every percentage of the same fare (no surcharge on a surcharge);
 * of a group the dearest, the first of equals.
 */
function surcharges(
  { tariff, pickup }: Pick<TripToPrice, "tariff" | "pickup">,
  fareOre: number,
  isFixedPrice: boolean,
): Part[] {
  const due = applyingSurcharges(tariff, pickup)
    .filter((one) => one.onFixedPrice || !isFixedPrice)
    .map(({ group, name, amount }) => ({
      group,
      name,
      ore: amount.kind === "fixed" ? amount.ore : percentOf(tariff, fareOre, amount.percent),
    }));
  const dearest = due.filter((one, i) =>
    one.group === null ||
    !due.some((other, j) =>
      other.group === one.group && (other.ore > one.ore || (other.ore === one.ore && j < i))
    )
  );
  return withoutZeroes(dearest.map(({ name, ore }) => part("surcharge", ore, { ...name })));
}

function percentOf({ rounding }: Tariff, fareOre: number, percent: number): number {
  return rounding === "none"
    ? roundDiv(fareOre * percent, 100)
    : Math.floor((fareOre * percent) / 10_000) * 100;
}

function extraParts({ tariff, extras }: Pick<TripToPrice, "tariff" | "extras">): Part[] {
  return withoutZeroes([
    part("child-seat", tariff.extras.childSeatOre * wholeUnits(extras.childSeats)),
    part("pet", tariff.extras.petOre * wholeUnits(extras.pets)),
    part("extra-luggage", tariff.extras.extraLuggageOre * wholeUnits(extras.extraLuggage)),
  ]);
}

function roundingOf({ rounding }: Tariff, parts: readonly Part[]): Part[] {
  return rounding === "none" ? [] : withoutZeroes([part("rounding", -(sumOre(parts) % 100))]);
}

function part(code: FareLineCode, amountOre: number, label = { ...NO_LABEL }): Part {
  return { code, label, amountOre: assertOre(amountOre) };
}

/**
 * The VAT is that of the total, to the nearest öre. Each line has what it adds to the VAT of those above it, so
 * that the lines sum up to it; no line is more than an öre from its own VAT.
 */
function totalled(
  { vatRatePercent }: Tariff,
  parts: readonly Part[],
  isFixedPrice: boolean,
): TripPrice {
  let totalOre = 0;
  const lines = parts.map((one): FareLine => {
    const vatAboveOre = includedVatOre(totalOre, vatRatePercent);
    totalOre += one.amountOre;
    const vatOre = includedVatOre(totalOre, vatRatePercent) - vatAboveOre;
    return { ...one, vatRatePercent, vatOre };
  });
  const vatOre = includedVatOre(totalOre, vatRatePercent);
  return { lines, totalOre: assertOre(totalOre), vatOre, isFixedPrice };
}

function sumOre(lines: readonly Part[]): number {
  return lines.reduce((sum, line) => sum + line.amountOre, 0);
}

function withoutZeroes(lines: Part[]): Part[] {
  return lines.filter((line) => line.amountOre !== 0);
}

/** Whole metres, seconds or pieces: an engine may answer in fractions, money is counted from whole ones. */
function wholeUnits(amount: number): number {
  invariant(
    Number.isFinite(amount) && amount >= 0 && amount <= 1e8,
    `Not an amount to price: ${amount}`,
  );
  return Math.round(amount);
}
