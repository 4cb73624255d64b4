// The parts of the fleet that have pages of their own.
import type { Fleet } from "../fleet/fleet-store.ts";
import type { InService } from "../fleet/vehicle.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "../setup/fleet-tables.ts";
import type { Cells, Columns } from "../setup/table.ts";

/** What a page of the fleet is about. */
export type FleetKind = "permit-holders" | "vehicles" | "drivers";

/** The columns of each. */
export const FLEET_COLUMNS: Readonly<Record<FleetKind, Columns>> = {
  "permit-holders": HOLDER_TABLE,
  vehicles: VEHICLE_TABLE,
  drivers: DRIVER_TABLE,
};

/** One of them, as cells and with its days. */
export interface KindRow {
  cells: Cells;
  row: InService;
}

/** All of a kind, by id. */
export function rowsOfKind(fleet: Fleet, kind: FleetKind): KindRow[] {
  switch (kind) {
    case "permit-holders":
      return fleet.holders.map((row) => ({ row, cells: HOLDER_TABLE.cellsOf(row) }));
    case "vehicles":
      return fleet.vehicles.map((row) => ({ row, cells: VEHICLE_TABLE.cellsOf(row) }));
    case "drivers":
      return fleet.drivers.map((row) => ({ row, cells: DRIVER_TABLE.cellsOf(row) }));
    default:
      return kind satisfies never;
  }
}
