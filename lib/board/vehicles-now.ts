// How many vehicles could leave now: what states say they do, and not what is reserved around this moment.
import type { FleetStore } from "../fleet/fleet-store.ts";
import { isInService } from "../fleet/vehicle.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { DayBook } from "./day-book.ts";

/** What counting needs. */
export interface VehiclesNowDeps {
  clock: Clock;
  fleet: Pick<FleetStore, "vehicles">;
  schedules: Pick<VehicleSchedules, "outages">;
  days: Pick<DayBook, "vehiclesUnderWay">;
}

/**
 * Number of vehicles in service, in traffic and on no trip: none whose driver has left and whose customer is not there.
 */
export async function freeVehicleCount(deps: VehiclesNowDeps): Promise<number> {
  const now = deps.clock.now();
  const [date, startMs] = [localDate(now), now.epochMilliseconds];
  const [vehicles, underWay, out] = await Promise.all([
    deps.fleet.vehicles(),
    deps.days.vehiclesUnderWay(),
    deps.schedules.outages.out({ startMs, endMs: startMs + 1 }),
  ]);
  return vehicles.filter((vehicle) => {
    const mayDrive = vehicle.inTraffic && isInService(vehicle, date) && !out.has(vehicle.id);
    return mayDrive && !underWay.has(vehicle.id);
  }).length;
}
