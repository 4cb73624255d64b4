// The services of this room: the fleet and its reservations.
import type { Database } from "../kv/open.ts";
import { FleetStore } from "./fleet-store.ts";
import { VehicleSchedules } from "./vehicle-schedule-store.ts";

/** What this room gives to those above it. */
export interface FleetServices {
  fleet: FleetStore;
  schedules: VehicleSchedules;
}

/** Composes the room's services. */
export function fleetServices(below: { db: Database }): FleetServices {
  return { fleet: new FleetStore(below.db), schedules: new VehicleSchedules(below.db) };
}
