// How many vehicles could leave now.
import { localDate } from "../kernel/wall-time.ts";
import type { FleetStore } from "./fleet-store.ts";
import { isInService } from "./vehicle.ts";
import type { VehicleSchedules } from "./vehicle-schedule-store.ts";

/** Number of vehicles in traffic that nothing is reserved on at `atMs`. */
export async function freeVehicleCount(
  deps: { fleet: Pick<FleetStore, "vehicles">; schedules: Pick<VehicleSchedules, "freeAt"> },
  atMs: number,
): Promise<number> {
  const date = localDate(Temporal.Instant.fromEpochMilliseconds(atMs));
  const inTraffic = (await deps.fleet.vehicles())
    .filter((vehicle) => vehicle.inTraffic && isInService(vehicle, date));
  return (await deps.schedules.freeAt(inTraffic.map((vehicle) => vehicle.id), atMs)).length;
}
