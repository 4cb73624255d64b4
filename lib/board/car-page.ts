// The page of one car: when it is out of traffic, and what taking it out would mean.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { MAX_REASON_LENGTH } from "../booking/booking.ts";
import type { CandidateDeps } from "../dispatch/find-candidates.ts";
import { tripsToMove, type TripToMove } from "../dispatch/vehicle-outage.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { Outage } from "../fleet/outage.ts";
import type { Driver, Vehicle, VehicleId } from "../fleet/vehicle.ts";
import { cleanLine } from "../forms/clean-text.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { pickupTimeAt, readWallTime, WALL_TIME } from "../kernel/wall-time.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import type { PageAct } from "./page-act.ts";

/** What is wrong with the form. */
export type OutageProblem = "time" | "reason";

/** The form as it was sent, or as it is offered: wall times, `2026-11-26T15:45`. */
export interface OutageDraft {
  from: string;
  until: string;
  reason: string;
  problem: OutageProblem | null;
}

/** The stretch a form means; an open end until somebody knows. */
export interface OutageStretch {
  startMs: number;
  endMs: number | null;
}

/** What the page shows. */
export interface CarPageData {
  vehicle: Vehicle;
  driver: Driver | null;
  /** Those that are not over, by start. */
  outages: Outage[];
  draft: OutageDraft;
  /** Trips that would have to move; null before anybody asked. */
  trips: TripToMove[] | null;
  /** `out` or `back` after it was done, else "". */
  done: string;
  /** What the address says was done, and until when it can be taken back. */
  act: PageAct;
  formToken: string;
  nowMs: number;
  deadJobs: DeadJobCount;
}

/** What reading the page needs. */
export type CarPageDeps = CandidateDeps & {
  clock: Clock;
  randomBytes: RandomBytes;
  fleet: Pick<FleetStore, "vehicle">;
};

/** Longest the form offers by itself, in hours: what a repair takes that somebody drives to. */
const OFFERED_HOURS = 2;

/** Everything the page shows. Throws DomainError("vehicle-not-found"). */
export async function loadCarPage(
  deps: CarPageDeps,
  operator: OperatorSession,
  id: VehicleId,
  { draft = offeredDraft(deps.clock.now()), stretch = null, done = "", act = { kind: "none" } }: {
    draft?: OutageDraft;
    stretch?: OutageStretch | null;
    done?: string;
    act?: PageAct;
  } = {},
): Promise<CarPageData> {
  const vehicle = await deps.fleet.vehicle(id);
  const nowMs = deps.clock.now().epochMilliseconds;
  const [drivers, { outages }, trips, formToken, deadJobs] = await Promise.all([
    deps.fleet.drivers(),
    deps.schedules.outages.of(id),
    stretch === null ? null : tripsToMove(deps, id, stretch),
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  return {
    ...{ vehicle, draft, trips, done, act, formToken, nowMs, deadJobs },
    driver: drivers.find(({ vehicleId }) => vehicleId === id) ?? null,
    outages: outages.filter(({ endMs }) => endMs === null || endMs > nowMs),
  };
}

/** The form as it was sent, and the stretch it means; without one the draft says why. */
export function readOutageForm(
  fields: ReadonlyMap<string, string>,
  { needsReason }: { needsReason: boolean },
): { draft: OutageDraft; stretch: OutageStretch | null } {
  const text = (name: string) => (fields.get(name) ?? "").trim();
  const reason = cleanLine(fields.get("reason") ?? "");
  const draft: OutageDraft = { from: text("from"), until: text("until"), reason, problem: null };
  const startMs = momentOf(draft.from);
  const endMs = draft.until === "" ? null : momentOf(draft.until);
  const isEndWrong = draft.until !== "" && (endMs === null || endMs <= (startMs ?? endMs));
  if (startMs === null || isEndWrong) {
    return { draft: { ...draft, problem: "time" }, stretch: null };
  }
  if (needsReason && (reason === "" || reason.length > MAX_REASON_LENGTH)) {
    return { draft: { ...draft, problem: "reason" }, stretch: null };
  }
  return { draft, stretch: { startMs, endMs } };
}

/** A time the clock skips means the one after it, one it shows twice the first: out too long is safe. */
function momentOf(wallTime: string): number | null {
  if (!WALL_TIME.test(wallTime)) return null;
  try {
    const reading = readWallTime(wallTime, "earlier");
    if (reading.kind === "one") return Date.parse(reading.pickup.instant);
    return reading.kind === "gap" ? Date.parse(reading.after.instant) : null;
  } catch (error) {
    // The 31st of a month that has none.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offeredDraft(now: Temporal.Instant): OutageDraft {
  const { wallTime: from } = pickupTimeAt(now);
  const { wallTime: until } = pickupTimeAt(now.add({ hours: OFFERED_HOURS }));
  return { from, until, reason: "", problem: null };
}
