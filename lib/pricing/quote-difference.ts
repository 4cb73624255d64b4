// What is different in a price that took the place of another one for the same trip.
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { Quote } from "./quote.ts";

/** A former price beside the one that took its place. */
export interface QuoteDifference {
  /** When the former one ended, an ISO instant. */
  formerExpiresAt: string;
  /** The former totals, in öre; a class that was not offered then has none. */
  formerTotalOre: ReadonlyMap<VehicleClass, number>;
  /** Why the price is another one, or that the pickup is; null when all is the same. */
  cause: "pickup" | "tariff" | "route" | null;
}

/** The difference, or null when the two are not prices of one trip. */
export function quoteDifference(former: Quote, quote: Quote): QuoteDifference | null {
  if (former.id === quote.id || !isSameTrip(former, quote)) return null;
  const formerTotalOre = new Map(
    former.options.map(({ vehicleClass, totalOre }) => [vehicleClass, totalOre]),
  );
  const isSame = quote.options.every(({ vehicleClass, totalOre }) =>
    formerTotalOre.get(vehicleClass) === totalOre
  );
  return {
    formerExpiresAt: former.expiresAt,
    formerTotalOre,
    cause: causeOf(former, quote, isSame),
  };
}

function causeOf(former: Quote, quote: Quote, isSame: boolean): QuoteDifference["cause"] {
  if (former.trip.pickup.instant !== quote.trip.pickup.instant) return "pickup";
  if (isSame) return null;
  return former.tariffVersion === quote.tariffVersion ? "route" : "tariff";
}

/** The time may be another one: then it was moved to where there is a car. */
function isSameTrip({ trip: a }: Quote, { trip: b }: Quote): boolean {
  const facts = ({ from, to, passengers, bags, wheelchairs, extras }: Quote["trip"]) =>
    JSON.stringify([
      from.placeId,
      from.point,
      to.placeId,
      to.point,
      passengers,
      bags,
      wheelchairs,
      extras,
    ]);
  return facts(a) === facts(b);
}
