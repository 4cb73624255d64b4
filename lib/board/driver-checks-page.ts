// The papers of a driver that somebody of the staff has looked at: the page, and one more of them.
import type { PersonStore } from "../accounts/person-store.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { RequestError } from "../errors/request-error.ts";
import {
  CHECK_KINDS,
  type CheckKind,
  type CheckProblem,
  type CheckState,
  checkStates,
  type DriverCheck,
  readDriverCheck,
} from "../fleet/driver-check.ts";
import type { DriverChecks } from "../fleet/driver-check-store.ts";
import { driverPapers, type DriverPapersDeps } from "../fleet/driver-papers.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { type Driver, driverId } from "../fleet/vehicle.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What it needs. */
export interface DriverChecksDeps extends FramedDeps {
  fleet: Pick<FleetStore, "drivers">;
  driverChecks: DriverChecks;
  people: Pick<PersonStore, "get">;
}

/** A check with the name of who looked; "" when they have gone. */
export interface ShownCheck extends DriverCheck {
  byName: string;
}

/** The page. */
export interface DriverChecksData extends Framed {
  driver: Pick<Driver, "id" | "name">;
  states: Readonly<Record<CheckKind, CheckState>>;
  checks: readonly ShownCheck[];
  values: { kind: string; checkedOn: string; goodUntil: string };
  problem: CheckProblem | null;
  today: string;
}

/** Reads it. Throws RequestError("not-found"). */
export async function loadDriverChecks(
  deps: DriverChecksDeps,
  operator: OperatorSession,
  id: string,
  refused: Pick<DriverChecksData, "values" | "problem"> | null = null,
): Promise<DriverChecksData> {
  const driver = await driverOf(deps, id);
  const [frame, checks] = await Promise.all([
    framed(deps, operator),
    deps.driverChecks.of(driver.id),
  ]);
  const names = new Map<string, string>();
  for (const by of new Set(checks.map((one) => one.by))) {
    names.set(by, (await deps.people.get(by))?.person.name ?? "");
  }
  const today = localDate(deps.clock.now());
  const { values, problem } = refused ?? {
    values: { kind: CHECK_KINDS[0], checkedOn: today, goodUntil: "" },
    problem: null,
  };
  return {
    ...{ ...frame, values, problem, today },
    driver: { id: driver.id, name: driver.name },
    states: checkStates(checks, today),
    checks: checks.map((one) => ({ ...one, byName: names.get(one.by) ?? "" })),
  };
}

/** Writes one down, or says why not. Throws RequestError("not-found"). */
export async function addDriverCheck(
  deps: DriverChecksDeps,
  { personId }: OperatorSession,
  { id, values }: { id: string; values: DriverChecksData["values"] },
): Promise<CheckProblem | null> {
  const driver = await driverOf(deps, id);
  const now = deps.clock.now();
  const read = readDriverCheck(values, localDate(now));
  if (!read.ok) return read.problem;
  const check = { ...read.value, by: personId, at: now.toString() };
  await deps.driverChecks.add(driver.id, check, deps.randomBytes);
  return null;
}

/** A driver in service with a paper that is missing, runs out or has run out. */
export interface DueCheck {
  driver: Pick<Driver, "id" | "name">;
  kinds: readonly { kind: CheckKind; state: CheckState }[];
}

/** Those whose papers run out within the days of the reminder, or have; who was never looked at is not reminded of. */
export async function dueChecks(deps: DriverPapersDeps): Promise<DueCheck[]> {
  return (await driverPapers(deps)).flatMap(({ driver, papers }) => {
    const kinds = papers.filter(({ state }) => state === "ending" || state === "over");
    return kinds.length === 0 ? [] : [{ driver, kinds }];
  });
}

async function driverOf({ fleet }: Pick<DriverChecksDeps, "fleet">, id: string): Promise<Driver> {
  const found = (await fleet.drivers()).find((one) => one.id === driverId(id));
  if (found === undefined) throw new RequestError("not-found", {});
  return found;
}
