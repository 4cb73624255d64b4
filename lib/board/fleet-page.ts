// What operators see of the fleet: the list of a kind, one of it, and its form.
import { framed } from "./framed.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { type InService, isInService } from "../fleet/vehicle.ts";
import { foldLetters } from "../forms/fold-letters.ts";
import { localDate } from "../kernel/wall-time.ts";
import { readSetup } from "../setup/plan-setup.ts";
import type { FieldChange, Obstacle, SetupProblem } from "../setup/setup-plan.ts";
import type { Cells } from "../setup/table.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import { cellsOf, type EditFleetDeps, seenFleet } from "./edit-fleet.ts";
import { type FleetKind, rowsOfKind } from "./fleet-kinds.ts";

/** What every page of the fleet has. */
interface Framed {
  kind: FleetKind;
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
}

/** A row of the list. */
export interface FleetRow {
  cells: Cells;
  /** Not in service today: it has ended, or has not begun. */
  isAway: boolean;
}

/** The list. */
export interface FleetListData extends Framed {
  q: string;
  done: string;
  rows: readonly FleetRow[];
  /** Names by id: of permit holders for vehicles, of vehicles for drivers. */
  names: Readonly<Record<string, string>>;
  /** How many vehicles are in service today under each permit holder. */
  vehicleCounts: ReadonlyMap<string, number>;
}

/** One of a kind, or the form of a new one. */
export interface FleetFormData extends Framed {
  /** "" for a new one. */
  id: string;
  /** As it is stored; null for a new one. */
  current: Cells | null;
  values: Cells;
  problems: readonly SetupProblem[];
  obstacles: readonly Obstacle[];
  meanwhile: readonly FieldChange[];
  /** What can be chosen: permit holders and vehicles that have not ended, and what is chosen already. */
  holders: readonly Choice[];
  vehicles: readonly Choice[];
  /** The vehicles of a permit holder. */
  ownVehicles: readonly (Choice & { isAway: boolean })[];
}

/** Something to choose. */
export interface Choice {
  id: string;
  name: string;
}

/** Why a form comes back, and what stands in it. */
export type FleetRefusal = Partial<
  Pick<FleetFormData, "values" | "problems" | "obstacles" | "meanwhile">
>;

/** The list: all words of `q` must stand in a row; those in service come first. */
export async function loadFleetList(
  deps: EditFleetDeps,
  operator: OperatorSession,
  kind: FleetKind,
  { q, done }: { q: string; done: string },
): Promise<FleetListData> {
  const [state, frame] = await Promise.all([readSetup(deps), framed(deps, operator)]);
  const fleet = await seenFleet(deps, state.fleet);
  const today = localDate(deps.clock.now());
  const words = foldLetters(q).split(/\s+/).filter(Boolean);
  const rows = rowsOfKind(fleet, kind).map(({ cells, row }) => ({
    cells,
    isAway: !isInService(row, today),
  }))
    .filter(({ cells }) => {
      const text = foldLetters(Object.values(cells).join(" "));
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => Number(a.isAway) - Number(b.isAway));
  const named = kind === "vehicles" ? fleet.holders : fleet.vehicles;
  const names = Object.fromEntries(named.map(({ id, name }) => [id, name]));
  const driven = fleet.vehicles.filter((one) => isInService(one, today));
  const vehicleCounts = new Map(
    fleet.holders.map(({ id }) => [id, driven.filter(({ holderId }) => holderId === id).length]),
  );
  return { ...frame, kind, q, done, rows, names, vehicleCounts };
}

/** One of them with its form; null when there is none of that id. "" is a new one. */
export async function loadFleetForm(
  deps: EditFleetDeps,
  operator: OperatorSession,
  kind: FleetKind,
  id: string,
  { values, problems = [], obstacles = [], meanwhile = [] }: FleetRefusal = {},
): Promise<FleetFormData | null> {
  const [read, frame] = await Promise.all([readSetup(deps), framed(deps, operator)]);
  const state = { ...read, fleet: await seenFleet(deps, read.fleet) };
  const current = id === "" ? null : cellsOf(state, kind, id);
  if (id !== "" && current === null) return null;
  const { holders, vehicles } = state.fleet;
  const today = localDate(deps.clock.now());
  const shown = { ...current ?? NEW[kind], ...values };
  return {
    ...{ ...frame, kind, id, current, problems, obstacles, meanwhile },
    values: shown,
    holders: choices(holders, shown["permitHolder"], today),
    vehicles: choices(vehicles, shown["vehicle"], today),
    ownVehicles: kind !== "permit-holders" ? [] : vehicles
      .filter(({ holderId }) => holderId === id && id !== "")
      .map((one) => ({ id: one.id, name: one.name, isAway: !isInService(one, today) })),
  };
}

/** What has not ended, and what is chosen whether it has or not. */
function choices(
  rows: readonly (Choice & InService)[],
  chosen: string | undefined,
  today: string,
): Choice[] {
  return rows.filter(({ id, until }) => until === "" || until >= today || id === chosen)
    .map(({ id, name }) => ({ id, name }));
}

/** What stands in the form of a new one. */
const NEW: Readonly<Record<FleetKind, Cells>> = {
  "permit-holders": { kind: "limited-company" },
  vehicles: { class: "standard", inTraffic: "yes" },
  drivers: {},
};
