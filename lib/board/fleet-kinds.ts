// The parts of the fleet that have pages of their own.
import { DRIVER_TABLE, VEHICLE_TABLE } from "../setup/fleet-tables.ts";
import type { Columns } from "../setup/table.ts";

/** What a page of the fleet is about. */
export type FleetKind = "vehicles" | "drivers";

/** The columns of each. */
export const FLEET_COLUMNS: Readonly<Record<FleetKind, Columns>> = {
  vehicles: VEHICLE_TABLE,
  drivers: DRIVER_TABLE,
};
