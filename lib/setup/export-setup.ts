// The setup as files that load back to the same: tables of the fleet and of landmarks, tariffs in full.
import { writeCsv } from "./csv.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "./fleet-tables.ts";
import { LANDMARK_TABLE } from "./landmark-table.ts";
import type { Driver } from "../fleet/vehicle.ts";
import { exportedDrivers } from "./protected-drivers.ts";
import type { SetupState } from "./setup-plan.ts";
import type { Cells, Columns, Table } from "./table.ts";

/** A file by its name, and what is in it. */
export interface ExportedFile {
  name: string;
  text: string;
}

/**
 * The files of a setup; a kind that has nothing has no file. Of landmarks those that operators touched, and of drivers whose
 * identity is protected what every page shows.
 */
export function exportSetup(state: SetupState): ExportedFile[] {
  const { fleet, landmarks, tariffs } = state;
  const own = landmarks.filter(({ version }) => version > 0);
  return [
    ...tableFile(HOLDER_TABLE, fleet.holders),
    ...tableFile(VEHICLE_TABLE, fleet.vehicles),
    ...tableFile(DRIVER_TABLE, exportedDrivers(state)),
    ...tableFile(LANDMARK_TABLE, own),
    ...(tariffs.length === 0
      ? []
      : [{ name: "tariffs.json", text: JSON.stringify({ tariffs }, null, 2) + "\n" }]),
  ];
}

/** Drivers as a file, with all there is of each. */
export function driverFile(drivers: readonly Driver[]): ExportedFile {
  return cellsFile(DRIVER_TABLE, drivers.map(DRIVER_TABLE.cellsOf));
}

/** Rows of cells as a file. */
export function cellsFile({ kind, columns }: Columns, rows: readonly Cells[]): ExportedFile {
  const names = columns.map(({ name }) => name);
  const lines = rows.map((cells) => names.map((name) => cells[name] ?? ""));
  return { name: `${kind}.csv`, text: writeCsv([names, ...lines]) };
}

function tableFile<Row>(table: Table<Row>, rows: readonly Row[]): ExportedFile[] {
  return rows.length === 0 ? [] : [cellsFile(table, rows.map(table.cellsOf))];
}
