// How many vehicles could leave now: what states say they do, and not what is reserved around this moment.
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { DayBook } from "./day-book.ts";

/** Number of vehicles in traffic that are on no trip: none whose driver has left and whose customer is not there. */
export async function freeVehicleCount(
  deps: { fleet: Pick<FleetStore, "vehicles">; days: Pick<DayBook, "vehiclesUnderWay"> },
): Promise<number> {
  const [vehicles, underWay] = await Promise.all([
    deps.fleet.vehicles(),
    deps.days.vehiclesUnderWay(),
  ]);
  return vehicles.filter(({ id, inTraffic }) => inTraffic && !underWay.has(id)).length;
}
