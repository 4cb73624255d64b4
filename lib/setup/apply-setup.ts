// Use case: carries out a plan, all of it at once, or nothing when the setup has changed since it was planned.
import { DomainError } from "../errors/domain-error.ts";
import { fleetRows } from "../fleet/fleet-store.ts";
import { withFormerHolder } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { invariant } from "../kernel/invariant.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { localDate } from "../kernel/wall-time.ts";
import { publishEdition, type StagedRows, sweepStaged } from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { landmarkRows } from "../places/landmark-store.ts";
import type { LandmarkChanged, LandmarkEdit } from "../places/landmark-edit.ts";
import { tariffRows } from "../pricing/tariff-store.ts";
import { findObstacles } from "./obstacles.ts";
import type { SetupPlan } from "./plan-setup.ts";
import type { Obstacle, Touched } from "./setup-plan.ts";

/** How old staged rows are that a process which died has left behind. */
const LEFT_BEHIND_MS = 60 * 60_000;

/** What carrying out needs. */
export interface ApplyDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What was written, and the bookings that were made while it was: their vehicles were still in service. */
export interface Applied {
  rows: number;
  late: Obstacle[];
}

/**
 * Writes what the plan changes; a plan that changes nothing writes nothing. Throws DomainError("busy") when
 * something was changed since the plan was made, or the database is in use.
 */
export async function applySetup(
  { db, clock, randomBytes }: ApplyDeps,
  plan: SetupPlan,
  operatorName: string,
): Promise<Applied> {
  invariant(plan.problems.length === 0 && plan.obstacles.length === 0, "The plan is refused");
  const now = clock.now();
  const rows = rowsOf(plan, now.toString(), operatorName);
  if (rows.length === 0) return { rows: 0, late: [] };
  const { epochMilliseconds } = now;
  await sweepStaged(
    db,
    ulid(epochMilliseconds - LEFT_BEHIND_MS, (length) => new Uint8Array(length)),
  );
  const isDone = await publishEdition(db, {
    id: ulid(epochMilliseconds, randomBytes),
    rows,
    edition: plan.edition,
    at: now.toString(),
  });
  if (!isDone) throw new DomainError("busy");
  // From here on no booking takes a vehicle by what it was before.
  return { rows: rows.length, late: await findObstacles(db, plan, localDate(now)) };
}

function rowsOf(plan: SetupPlan, at: string, operatorName: string): StagedRows {
  const holders = changed(plan.holders);
  const vehicles = plan.vehicles.filter(isChanged)
    .map(({ row, before }) => withFormerHolder(row, before, at));
  return [
    ...fleetRows({ holders, vehicles, drivers: changed(plan.drivers) }),
    ...tariffRows(plan.tariffs),
    ...plan.landmarks.filter(isChanged).flatMap((one) => rowsOfLandmark(one, at, operatorName)),
  ];
}

function rowsOfLandmark(
  { row, before, change }: Touched<LandmarkEdit>,
  at: string,
  operatorName: string,
): StagedRows {
  const { landmark } = row;
  const version = (before?.version ?? 0) + 1;
  const type = change.type === "new"
    ? "added"
    : row.isRetired === (before?.isRetired ?? false)
    ? "changed"
    : row.isRetired
    ? "retired"
    : "restored";
  const told: LandmarkChanged = {
    at,
    type,
    operatorName,
    before: before?.landmark ?? null,
    after: landmark,
  };
  return landmarkRows({ ...row, version }, told);
}

function changed<Row>(touched: readonly Touched<Row>[]): Row[] {
  return touched.filter(isChanged).map(({ row }) => row);
}

function isChanged({ change }: Touched<unknown>): boolean {
  return change.type !== "same";
}
