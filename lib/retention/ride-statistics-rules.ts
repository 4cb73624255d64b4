// What is kept of rides whose bookkeeping is over: sums of groups of at least ten rides, so that nobody is found in them.
// A group that is smaller joins others, and is left out where even together they are too few. Pure.
import type { BookingStatus, BookingSummary } from "../booking/booking.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";

/** Fewest rides of a group. */
export const LEAST_RIDES = 10;

/** Rides of one kind. "" says that a group is of all months, or all classes. */
export interface RideGroup {
  /** `2019-04`. */
  month: string;
  vehicleClass: VehicleClass | "";
  rides: number;
  passengers: number;
  distanceMeters: number;
  totalOre: number;
  /** How they ended. */
  completed: number;
}

/** The rides of a fiscal year. */
export interface RideStatistics {
  /** Last day of the fiscal year. */
  year: string;
  groups: RideGroup[];
  /** Rides of groups that stayed too small are in no figure; that there were some is said, not how many. */
  isIncomplete: boolean;
  madeAt: string;
}

/** What a ride counts for. */
export type CountedRide = Pick<
  BookingSummary,
  "wallTime" | "vehicleClass" | "passengers" | "distanceMeters" | "totalOre" | "status"
>;

/** Adds a ride to the groups it is counted in, by month and class. */
export function countRide(groups: Map<string, RideGroup>, ride: CountedRide): void {
  const month = ride.wallTime.slice(0, 7);
  const key = `${month} ${ride.vehicleClass}`;
  const one: RideGroup = {
    month,
    vehicleClass: ride.vehicleClass,
    rides: 1,
    passengers: ride.passengers,
    distanceMeters: ride.distanceMeters,
    totalOre: ride.totalOre,
    completed: Number(isCompleted(ride.status)),
  };
  const group = groups.get(key);
  groups.set(key, group === undefined ? one : together([group, one], month, ride.vehicleClass));
}

/**
 * The groups that may be kept. Small months of a class become one group of the class; small classes become one group
 * of the year. What is small then takes the smallest other group in, or is left out where it is alone.
 */
export function safeGroups(
  counted: readonly RideGroup[],
): Pick<RideStatistics, "groups" | "isIncomplete"> {
  const months = counted.filter(isSafe);
  const byClass = Map.groupBy(counted.filter((group) => !isSafe(group)), (one) => one.vehicleClass);
  const classes = [...byClass].map(([name, groups]) => together(groups, "", name));
  const rest = classes.filter((group) => !isSafe(group));
  const safe = [...months, ...classes.filter(isSafe)].sort(byRides);
  if (rest.length === 0) return { groups: safe, isIncomplete: false };
  const year = together(rest, "", "");
  if (isSafe(year)) return { groups: [...safe, year].sort(byRides), isIncomplete: false };
  const [smallest, ...others] = safe;
  // Alone they would be known to be fewer than ten; who knows a sum from elsewhere could take the others from it.
  if (smallest === undefined) return { groups: [], isIncomplete: true };
  return {
    groups: [...others, together([smallest, year], "", "")].sort(byRides),
    isIncomplete: false,
  };
}

function isCompleted(status: BookingStatus): boolean {
  return status === "completed";
}

function isSafe({ rides }: RideGroup): boolean {
  return rides >= LEAST_RIDES;
}

function byRides(a: RideGroup, b: RideGroup): number {
  return a.rides - b.rides || a.month.localeCompare(b.month) ||
    a.vehicleClass.localeCompare(b.vehicleClass);
}

function together(
  groups: readonly RideGroup[],
  month: string,
  vehicleClass: VehicleClass | "",
): RideGroup {
  const sum = (field: "rides" | "passengers" | "distanceMeters" | "totalOre" | "completed") =>
    groups.reduce((total, group) => total + group[field], 0);
  return {
    month,
    vehicleClass,
    rides: sum("rides"),
    passengers: sum("passengers"),
    distanceMeters: sum("distanceMeters"),
    totalOre: sum("totalOre"),
    completed: sum("completed"),
  };
}
