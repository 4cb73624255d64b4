// Use case: what files would change, and what is in the way. Nothing is written.
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { Driver, Vehicle } from "../fleet/vehicle.ts";
import type { PermitHolder } from "../fleet/permit-holder.ts";
import { type Edition, readEdition } from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { foldedName } from "../places/landmark-rules.ts";
import type { LandmarkEdit } from "../places/landmark-edit.ts";
import type { LandmarkStore } from "../places/landmark-store.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { isInSweden } from "../places/sweden.ts";
import type { Tariff } from "../pricing/tariff.ts";
import { latestFirst, tariffRefusal } from "../pricing/tariff-rules.ts";
import { readTariffBook } from "../pricing/tariff-store.ts";
import { fleetProblems } from "./fleet-setup-rules.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "./fleet-tables.ts";
import { LANDMARK_TABLE } from "./landmark-table.ts";
import { findObstacles } from "./obstacles.ts";
import { seenChanges, withStoredCells } from "./protected-drivers.ts";
import type { SetupFile } from "./raw-rows.ts";
import { type FilesRead, readFiles } from "./read-files.ts";
import type { Change, Obstacle, SetupProblem, SetupState, Touched } from "./setup-plan.ts";
import type { Source } from "./table.ts";
import { planTable, rowProblem, type TablePlan } from "./table-rules.ts";
import { tariffChanges } from "./tariff-changes.ts";

/** What planning needs. */
export interface SetupDeps {
  db: Database;
  fleet: Pick<FleetStore, "read" | "refresh" | "veiledDrivers">;
  landmarks: Pick<LandmarkStore, "all">;
  places: PlaceIndex;
}

/** What a load would do. It may be carried out when there are neither problems nor obstacles. */
export interface SetupPlan {
  edition: Edition;
  changes: Change[];
  problems: SetupProblem[];
  obstacles: Obstacle[];
  holders: Touched<PermitHolder>[];
  vehicles: Touched<Vehicle>[];
  drivers: Touched<Driver>[];
  landmarks: Touched<LandmarkEdit>[];
  tariffs: Tariff[];
}

/** Everything a load may change, all of one edition. */
export async function readSetup(deps: Omit<SetupDeps, "places">): Promise<SetupState> {
  const { value, edition } = await readEdition(deps.db, async () => {
    const [fleet, { tariffs, unreadable }, landmarks] = await Promise.all([
      deps.fleet.read(),
      readTariffBook(deps.db),
      deps.landmarks.all(),
    ]);
    const unreadableTariffs = unreadable.map(({ version }) => version);
    const veiledDrivers = await deps.fleet.veiledDrivers(fleet.drivers);
    return { fleet, veiledDrivers, tariffs, unreadableTariffs, landmarks };
  });
  return { ...value, edition };
}

/** Reads files and plans them; `today` is the local date. */
export async function planFiles(
  deps: SetupDeps,
  files: readonly SetupFile[],
  today: string,
): Promise<SetupPlan> {
  const state = await readSetup(deps);
  const read = readFiles(files, state.tariffs);
  const rows = withStoredCells(read.rows, state);
  const plan = await planRows(deps, state, { ...read, rows }, today);
  return { ...plan, changes: seenChanges(plan.changes, state) };
}

/** Plans rows that were read. */
export async function planRows(
  deps: Pick<SetupDeps, "db" | "places">,
  state: SetupState,
  read: FilesRead,
  today: string,
): Promise<SetupPlan> {
  const { fleet, edition } = state;
  const holders = planTable(HOLDER_TABLE, fleet.holders, read.rows);
  const vehicles = planTable(VEHICLE_TABLE, fleet.vehicles, read.rows);
  const drivers = planTable(DRIVER_TABLE, fleet.drivers, read.rows);
  const landmarks = planTable(LANDMARK_TABLE, state.landmarks, read.rows);
  const tariffs = planTariffs(state, read.tariffs, today);
  const tables = [holders, vehicles, drivers, landmarks];
  const unread = new Set(read.problems.map(lineOf));
  const ofRows = tables.flatMap((table) => table.problems);
  // What could not be read is not missing as well.
  const found = [...read.problems, ...ofRows.filter((one) => !unread.has(lineOf(one)))];
  // Rules between rows speak of rows that could be read.
  const between = found.length > 0
    ? []
    : [...fleetProblems({ holders, vehicles, drivers }), ...landmarkProblems(deps, landmarks)];
  const touched = { vehicles: vehicles.touched, drivers: drivers.touched };
  const problems = [...found, ...between, ...tariffs.problems];
  return {
    edition,
    problems,
    obstacles: problems.length > 0 ? [] : await findObstacles(deps.db, touched, today),
    changes: [
      ...tables.slice(0, 3).flatMap((table) => table.touched.map(({ change }) => change)),
      ...tariffs.changes,
      ...landmarks.touched.map(({ change }) => change),
    ],
    holders: holders.touched,
    ...touched,
    landmarks: landmarks.touched,
    tariffs: tariffs.added,
  };
}

function lineOf({ file, line }: SetupProblem): string {
  return `${file} ${line}`;
}

function planTariffs(
  { tariffs: known, unreadableTariffs }: Pick<SetupState, "tariffs" | "unreadableTariffs">,
  loaded: readonly { tariff: Tariff; source: Source }[],
  today: string,
): { added: Tariff[]; changes: Change[]; problems: SetupProblem[] } {
  const added: Tariff[] = [];
  const changes: Change[] = [];
  const problems: SetupProblem[] = [];
  const inOrder = loaded.toSorted((a, b) => latestFirst(b.tariff, a.tariff));
  for (const { tariff, source } of inOrder) {
    const { version } = tariff;
    const former = [...known, ...added].find((one) => one.version === version);
    if (former !== undefined && tariffChanges(former, tariff).length === 0) {
      changes.push({ kind: "tariffs", id: version, type: "same", fields: [] });
      continue;
    }
    // A database without tariffs has sold nothing: one that is set up anew takes those of days gone by.
    const firstDay = known.length === 0 ? tariff.validFrom : today;
    // It was published once: it goes back to its place, whatever has been published since.
    const isPutBack = unreadableTariffs.includes(version);
    const refusal = isPutBack ? null : tariffRefusal([...known, ...added], tariff, firstDay);
    if (refusal !== null) {
      const met = "version" in refusal ? refusal.version : today;
      problems.push(rowProblem(source, "", TARIFF_PROBLEMS[refusal.reason], version, met));
      continue;
    }
    added.push(tariff);
    changes.push({ kind: "tariffs", id: version, type: "new", fields: [] });
  }
  return { added, changes, problems };
}

/** Why a tariff is refused, by its rule. */
export const TARIFF_PROBLEMS = {
  known: "tariffKnown",
  past: "tariffPast",
  "older-revision": "tariffOlder",
  "later-begins-within": "tariffWithin",
  "former-comes-back": "tariffComesBack",
} as const;

function landmarkProblems(
  { places }: Pick<SetupDeps, "places">,
  { touched, after }: TablePlan<LandmarkEdit>,
): SetupProblem[] {
  if (touched.length === 0) return [];
  const standing = after.filter(({ isRetired }) => !isRetired);
  const counts = new Map<string, number>();
  for (const { landmark } of standing) {
    for (const name of namesOf(landmark)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return touched.filter(({ row, change }) => !row.isRetired && change.type !== "same")
    .flatMap(({ row: { landmark }, source }) => [
      ...(isInSweden(places.sweden, landmark.point)
        ? []
        : [rowProblem(source, "lat", "outsideSweden", landmark.name)]),
      ...(namesOf(landmark).some((name) => (counts.get(name) ?? 0) > 1)
        ? [rowProblem(source, "name", "nameTaken", landmark.name)]
        : []),
    ]);
}

function namesOf({ name, nameEn }: LandmarkEdit["landmark"]): string[] {
  return [...new Set([foldedName(name), foldedName(nameEn)])].filter((one) => one !== "");
}
