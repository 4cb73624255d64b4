// What trips that were sold would have cost by another tariff. Pure.
import { DomainError } from "../errors/domain-error.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { Stop } from "../places/place.ts";
import type { Route } from "../routing/route.ts";
import type { Extras } from "../trip/trip.ts";
import { priceTrip } from "./fare-rules.ts";
import type { Tariff } from "./tariff.ts";

/** Most changes that are shown one by one. */
const MAX_SHOWN = 10;

/** A trip that was sold, and for how much. */
export interface SoldTrip {
  bookingId: string;
  reference: string;
  vehicleClass: VehicleClass;
  route: Pick<Route, "distanceMeters" | "durationSeconds">;
  from: Pick<Stop, "point" | "name">;
  to: Pick<Stop, "point" | "name">;
  /** The pickup, an ISO instant. */
  pickup: string;
  extras: Extras;
  totalOre: number;
}

/** One trip's price before and after. */
export interface PriceChange {
  trip: SoldTrip;
  afterOre: number;
}

/** What a tariff would have made of some trips. */
export interface Simulation {
  /** Trips that were priced anew. */
  count: number;
  beforeOre: number;
  afterOre: number;
  /** Trips in classes the tariff does not sell. */
  unsold: number;
  /** The largest changes, either way. */
  largest: PriceChange[];
}

/** Prices every trip by `tariff`, at its own pickup. */
export function simulate(trips: readonly SoldTrip[], tariff: Tariff): Simulation {
  const priced = trips.flatMap((trip): PriceChange[] => {
    const afterOre = priceBy(tariff, trip);
    return afterOre === null ? [] : [{ trip, afterOre }];
  });
  const size = ({ trip, afterOre }: PriceChange) => Math.abs(afterOre - trip.totalOre);
  return {
    count: priced.length,
    beforeOre: priced.reduce((sum, { trip }) => sum + trip.totalOre, 0),
    afterOre: priced.reduce((sum, { afterOre }) => sum + afterOre, 0),
    unsold: trips.length - priced.length,
    largest: priced.filter((one) => size(one) > 0).sort((a, b) => size(b) - size(a))
      .slice(0, MAX_SHOWN),
  };
}

/** Null when the tariff does not sell the class. */
function priceBy(tariff: Tariff, trip: SoldTrip): number | null {
  try {
    return priceTrip({ ...trip, tariff, pickup: Temporal.Instant.from(trip.pickup) }).totalOre;
  } catch (error) {
    if (error instanceof DomainError && error.code === "class-not-offered") return null;
    throw error;
  }
}
