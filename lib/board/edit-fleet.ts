// Use case: an operator adds, changes or ends a permit holder, a vehicle or a driver, under the same rules as a load. Whoever comes
// second is told what was changed meanwhile, and what they typed stays.
import { DomainError } from "../errors/domain-error.ts";
import type { Fleet, FleetStore } from "../fleet/fleet-store.ts";
import { seenDriver } from "../fleet/seen-driver.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type ApplyDeps, applySetup } from "../setup/apply-setup.ts";
import { planRows, readSetup, type SetupDeps } from "../setup/plan-setup.ts";
import { readCells } from "../setup/read-files.ts";
import type { FieldChange, Obstacle, SetupProblem, SetupState } from "../setup/setup-plan.ts";
import { DRIVER_TABLE } from "../setup/fleet-tables.ts";
import type { Cells } from "../setup/table.ts";
import { differences, rowProblem } from "../setup/table-rules.ts";
import { FLEET_COLUMNS, type FleetKind, rowsOfKind } from "./fleet-kinds.ts";

/** What editing needs. */
export type EditFleetDeps = SetupDeps & ApplyDeps & {
  fleet: Pick<FleetStore, "veiledDrivers">;
};

/** What an operator sends. */
export interface EditFleetInput {
  kind: FleetKind;
  /** The row as the form showed it; null for a new one. */
  seen: Cells | null;
  /** The fields as they were typed, `id` among them. */
  typed: Cells;
  operatorName: string;
}

/** Done, or why not; `current` is the row as it is now. */
export type EditedFleet =
  | { ok: true; isEnded: boolean }
  | {
    ok: false;
    problems: SetupProblem[];
    obstacles: Obstacle[];
    meanwhile: FieldChange[];
    current: Cells | null;
  };

/** Tries again when something else of the setup was changed in the same moment. */
const MAX_TRIES = 5;

/** Carries out an edit. Throws DomainError("busy") when the setup does not stand still. */
export async function editFleet(deps: EditFleetDeps, input: EditFleetInput): Promise<EditedFleet> {
  for (let attempt = 1; attempt < MAX_TRIES; attempt++) {
    try {
      return await tryEdit(deps, input);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "busy") throw error;
    }
  }
  return await tryEdit(deps, input);
}

/** The row of an id as cells, or null. */
export function cellsOf({ fleet }: SetupState, kind: FleetKind, id: string): Cells | null {
  return rowsOfKind(fleet, kind).find(({ cells }) => cells["id"] === id)?.cells ?? null;
}

/** The fleet as its pages show it: of a protected driver the code alone. */
export async function seenFleet({ fleet }: EditFleetDeps, read: Fleet): Promise<Fleet> {
  const veiled = await fleet.veiledDrivers(read.drivers);
  return { ...read, drivers: read.drivers.map((driver) => seenDriver(driver, veiled)) };
}

/** Cells of a driver that are hidden of one who is protected; they stay as they are until the protection is lifted. */
const HIDDEN_CELLS = ["name", "phone", "licence", "note"] as const;

/** What was sent with what is hidden in it as it is stored. */
async function whole(
  deps: EditFleetDeps,
  { fleet }: SetupState,
  { kind, typed, seen }: Pick<EditFleetInput, "kind" | "typed" | "seen">,
): Promise<Pick<EditFleetInput, "typed" | "seen">> {
  const driver = kind !== "drivers"
    ? undefined
    : fleet.drivers.find(({ id }) => id === typed["id"]);
  if (driver === undefined || !(await deps.fleet.veiledDrivers([driver])).has(driver.id)) {
    return { typed, seen };
  }
  const stored = DRIVER_TABLE.cellsOf(driver);
  const hidden = Object.fromEntries(HIDDEN_CELLS.map((name) => [name, stored[name] ?? ""]));
  return { typed: { ...typed, ...hidden }, seen: seen && { ...seen, ...hidden } };
}

async function tryEdit(
  deps: EditFleetDeps,
  { kind, operatorName, ...sent }: EditFleetInput,
): Promise<EditedFleet> {
  const state = await readSetup(deps);
  const { typed, seen } = await whole(deps, state, { kind, ...sent });
  const current = cellsOf(state, kind, typed["id"] ?? "");
  const source = { file: "", line: 1 };
  const shown = { ...state, fleet: await seenFleet(deps, state.fleet) };
  const refused = {
    ...{ ok: false as const, problems: [], obstacles: [], meanwhile: [] },
    current: cellsOf(shown, kind, typed["id"] ?? ""),
  };
  if (seen === null && current !== null) {
    const problems = [rowProblem(source, "id", "idTwice", typed["id"] ?? "")];
    return { ...refused, problems };
  }
  const meanwhile = seen === null || current === null
    ? []
    : differences(FLEET_COLUMNS[kind], seen, current);
  if (meanwhile.length > 0) return { ...refused, meanwhile };
  const read = readCells(FLEET_COLUMNS[kind], typed, source);
  const rows = [{ kind, cells: read.cells, source }];
  const today = localDate(deps.clock.now());
  const files = { rows, tariffs: [], problems: read.problems };
  const plan = await planRows(deps, state, files, today);
  const { problems, obstacles, changes } = plan;
  if (problems.length > 0 || obstacles.length > 0) return { ...refused, problems, obstacles };
  await applySetup(deps, plan, operatorName);
  await deps.fleet.refresh();
  return { ok: true, isEnded: changes.some(({ type }) => type === "ended") };
}
