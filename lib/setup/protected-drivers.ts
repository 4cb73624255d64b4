// Drivers whose identity is protected in files of the setup: a file shows them as every page does, by their code alone, and one
// that is loaded again leaves what it does not show as it is stored.
import { seenDriver } from "../fleet/seen-driver.ts";
import type { Driver } from "../fleet/vehicle.ts";
import { DRIVER_TABLE } from "./fleet-tables.ts";
import type { Change, SetupState } from "./setup-plan.ts";
import type { Cells, SourceRow } from "./table.ts";

/** The drivers as a file has them. */
export function exportedDrivers({ fleet, veiledDrivers }: SetupState): Driver[] {
  return fleet.drivers.map((driver) => seenDriver(driver, veiledDrivers));
}

/** Rows of files in which a cell that says what a file shows of a protected driver says what is stored. */
export function withStoredCells(rows: readonly SourceRow[], state: SetupState): SourceRow[] {
  const hidden = hiddenCells(state);
  return rows.map((row) => {
    const known = row.kind === DRIVER_TABLE.kind ? hidden.get(row.cells["id"] ?? "") : undefined;
    if (known === undefined) return row;
    const cells = Object.entries(row.cells).map(([name, text]) =>
      [name, text === known.shown[name] ? known.stored[name] ?? text : text] as const
    );
    return { ...row, cells: Object.fromEntries(cells) };
  });
}

/** What a plan says of protected drivers: of a field that is hidden not what it was. */
export function seenChanges(changes: readonly Change[], state: SetupState): Change[] {
  const hidden = hiddenCells(state);
  return changes.map((change) => {
    const known = change.kind === DRIVER_TABLE.kind ? hidden.get(change.id) : undefined;
    if (known === undefined) return change;
    const fields = change.fields.map((one) => ({ ...one, from: known.shown[one.field] ?? "" }));
    return { ...change, fields };
  });
}

interface HiddenCells {
  stored: Cells;
  shown: Cells;
}

function hiddenCells({ fleet, veiledDrivers }: SetupState): ReadonlyMap<string, HiddenCells> {
  const hidden = fleet.drivers.filter(({ id }) => veiledDrivers.has(id));
  return new Map(hidden.map((driver) => [driver.id, {
    stored: DRIVER_TABLE.cellsOf(driver),
    shown: DRIVER_TABLE.cellsOf(seenDriver(driver, veiledDrivers)),
  }]));
}
