// The services of this room: the fleet and its reservations.
import type { Database } from "../kv/open.ts";
import { DriverChecks } from "./driver-check-store.ts";
import { FleetStore } from "./fleet-store.ts";
import { VehicleSchedules } from "./vehicle-schedule-store.ts";

/** What this room gives to those above it. */
export interface FleetServices {
  fleet: FleetStore;
  schedules: VehicleSchedules;
  /** Which papers of drivers were looked at. */
  driverChecks: DriverChecks;
}

/** Composes the room's services. */
export function fleetServices(below: { db: Database }): FleetServices {
  const { db } = below;
  return {
    fleet: new FleetStore(db),
    schedules: new VehicleSchedules(db),
    driverChecks: new DriverChecks(db),
  };
}
