// Retention for those who answer for it: the rules, what the last nights did, bookings that are kept back.
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { bookingId } from "../booking/booking.ts";
import type { AnyFamily } from "../kv/family.ts";
import type { HoldFault, HoldForm } from "../retention/hold-booking.ts";
import type { LegalHold } from "../retention/legal-hold.ts";
import type { RetentionRun, RunCounts } from "../retention/retention-run.ts";
import {
  FAMILY_RULES,
  RETENTION_RULES,
  type RetentionRule,
  type RetentionRuleName,
} from "../retention/retention-rules.ts";
import { MAX_YEARS, type RetentionStore } from "../retention/retention-store.ts";
import type { RideStatistics } from "../retention/ride-statistics-rules.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** Runs on the page: a month of nights. */
const RUNS = 31;

/** What the page needs. */
export interface RetentionPageDeps extends FramedDeps {
  retentionStore: RetentionStore;
  bookings: Pick<BookingStore, "getAll">;
  keyFamilies: readonly AnyFamily[];
}

/** A rule with the families that follow it. */
export interface RuleView extends RetentionRule {
  name: RetentionRuleName;
  families: readonly string[];
  /** The longest life the registry states among them, in hours; null where it states none. */
  hours: number | null;
}

/** A hold with the code of its booking; "" when the booking is gone. */
export interface HoldView extends LegalHold {
  reference: string;
}

/** The page. */
export interface RetentionData extends Framed {
  rules: readonly RuleView[];
  runs: readonly RetentionRun[];
  holds: readonly HoldView[];
  statistics: readonly RideStatistics[];
  manages: boolean;
  values: HoldForm;
  fault: HoldFault | null;
  /** What a run would do now; null when nobody asked. */
  trial: RunCounts | null;
}

/** Reads the page. */
export async function loadRetention(
  deps: RetentionPageDeps,
  operator: OperatorSession,
  more: Partial<Pick<RetentionData, "values" | "fault" | "trial">> = {},
): Promise<RetentionData> {
  const { retentionStore, keyFamilies } = deps;
  const [frame, runs, holds, statistics] = await Promise.all([
    framed(deps, operator),
    retentionStore.runs(RUNS),
    retentionStore.holds(),
    retentionStore.statistics(MAX_YEARS),
  ]);
  return {
    ...frame,
    rules: rulesOf(keyFamilies),
    runs: runs.map(({ run }) => run),
    holds: await withReferences(deps, holds),
    statistics,
    manages: operator.rights.includes("handle-data-requests"),
    values: { reference: "", reason: "" },
    fault: null,
    trial: null,
    ...more,
  };
}

function rulesOf(families: readonly AnyFamily[]): RuleView[] {
  const names = Object.keys(RETENTION_RULES).filter((name): name is RetentionRuleName =>
    Object.hasOwn(RETENTION_RULES, name)
  );
  return names.map((name) => {
    const own = families.filter((family) => FAMILY_RULES[family.name] === name);
    const ms = own.flatMap(({ kept }) =>
      kept.until === "expiry" ? [kept.atMostMs] : kept.until === "age" ? [kept.ms] : []
    );
    const hours = ms.length === 0 ? null : Math.max(...ms) / 3_600_000;
    return { name, ...RETENTION_RULES[name], families: own.map((one) => one.name), hours };
  });
}

async function withReferences(
  { bookings }: RetentionPageDeps,
  holds: readonly LegalHold[],
): Promise<HoldView[]> {
  const found = await bookings.getAll(holds.map((hold) => bookingId(hold.bookingId)));
  return holds.map((hold, i) => ({ ...hold, reference: found[i]?.reference ?? "" }));
}
