// The form of a vehicle or a driver: what was sent, and what stands in it again after somebody else's change.
import { EQUIPMENT_KINDS } from "../fleet/vehicle.ts";
import type { FieldChange } from "../setup/setup-plan.ts";
import type { Cells } from "../setup/table.ts";
import { partsOf } from "../setup/cells.ts";
import { FLEET_COLUMNS, type FleetKind } from "./fleet-kinds.ts";

/** Longest text of a field that is looked at. */
const MAX_TEXT = 500;

/** The name of the field that counts a kind of equipment. */
export function equipmentField(kind: string): string {
  return `equipment ${kind}`;
}

/** What was sent, a text a column; what a form does not have is not in it. */
export function sentCells(kind: FleetKind, fields: ReadonlyMap<string, string>): Cells {
  const cells: Record<string, string> = {};
  for (const { name } of FLEET_COLUMNS[kind].columns) {
    const text = fields.get(name);
    if (text !== undefined) cells[name] = text.slice(0, MAX_TEXT);
  }
  if (kind === "vehicles" && fields.get("action") !== "end") {
    cells["inTraffic"] = fields.get("inTraffic") === "yes" ? "yes" : "no";
    const counts = EQUIPMENT_KINDS.map((one) => [one, fields.get(equipmentField(one)) ?? ""]);
    cells["equipment"] = counts.filter(([, count]) => count !== "")
      .map(([one, count]) => `${one} ${count}`).join(", ");
  }
  return cells;
}

/** The row as the form showed it, which it sends along; null for a new one, or when it was tampered with. */
export function seenCells(text: string | undefined): Cells | null {
  if (text === undefined || text === "") return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    return Object.fromEntries(
      Object.entries(read).filter(([, value]) => typeof value === "string"),
    );
  } catch {
    return null;
  }
}

/** The form after somebody else's change: their values where nothing was typed, what was typed everywhere else. */
export function mergedCells(
  typed: Cells,
  seen: Cells,
  meanwhile: readonly FieldChange[],
): Cells {
  const theirs = meanwhile.filter(({ field }) => (typed[field] ?? seen[field]) === seen[field]);
  return { ...typed, ...Object.fromEntries(theirs.map(({ field, to }) => [field, to])) };
}

/** How many of a kind of equipment a cell says. */
export function equipmentCount(cells: Cells, kind: string): string {
  const part = partsOf(cells["equipment"] ?? "").find((one) => one.startsWith(`${kind} `));
  return part?.slice(kind.length + 1) ?? "";
}
