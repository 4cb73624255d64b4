// Use case: which vehicle classes have a car at a time, and when the others have one next. Nothing is reserved.
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { localDate } from "../kernel/wall-time.ts";
import { laterTimes } from "./later-times.ts";

/** Whether a class has a car: at the time asked for, at a later instant (ISO) first, or not within hours. */
export type Availability =
  | { kind: "free" }
  | { kind: "later"; instant: string }
  | { kind: "none" };

/** What looking needs. */
export interface AvailabilityDeps {
  fleet: Pick<FleetStore, "vehiclesOfClass">;
  schedules: Pick<VehicleSchedules, "anyFree">;
}

/** The ride a car is looked for. */
export interface RideTime {
  /** The pickup, an ISO instant. */
  pickup: string;
  durationSeconds: number;
}

/**
 * The answer for each class, as it is now. It reads the reservations of the few days around the pickup, once for
 * the whole fleet; a booking may still be refused, for others book meanwhile.
 */
export async function classAvailability(
  deps: AvailabilityDeps,
  classes: readonly VehicleClass[],
  ride: RideTime,
): Promise<ReadonlyMap<VehicleClass, Availability>> {
  const found = await Promise.all(
    classes.map(async (name) => [name, await availabilityOf(deps, name, ride)] as const),
  );
  return new Map(found);
}

/** The answer for one class. */
export async function availabilityOf(
  { fleet, schedules }: AvailabilityDeps,
  vehicleClass: VehicleClass,
  { pickup, durationSeconds }: RideTime,
): Promise<Availability> {
  const date = localDate(Temporal.Instant.from(pickup));
  const candidates = await fleet.vehiclesOfClass(vehicleClass, date);
  const pickupMs = Date.parse(pickup);
  if (await schedules.anyFree(candidates, reservedTime(pickupMs, durationSeconds))) {
    return { kind: "free" };
  }
  const [instant] = await laterTimes(schedules, candidates, pickupMs, durationSeconds, { most: 1 });
  return instant === undefined ? { kind: "none" } : { kind: "later", instant };
}
