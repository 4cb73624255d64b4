// Begins with the day that is to be compared next, or with one somebody wants compared again; its job is on the table in the
// same commit.
import type { Clock } from "../kernel/clock.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import type { ProviderBooks } from "../payments/provider-books.ts";
import { reconciliationKeys } from "./keys.ts";
import { freshDay } from "./reconciled-day.ts";
import { addNextTurn, reconcileDayJob } from "./reconcile-day.ts";
import { MAX_DAYS, type ReconciliationStore } from "./reconciliation-store.ts";

/** How long after midnight a day is begun with, in hours: what was under way has come. */
const SETTLED_AFTER_HOURS = 2;
/** A day that has not come on for so long has no job any more, or one that fails: it is taken up anew, in milliseconds. */
const STUCK_AFTER_MS = 30 * 60_000;

/** What beginning needs. */
export interface BeginDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  reconciliation: ReconciliationStore;
  providerBooks: ProviderBooks | null;
}

/** Why a day is not compared. */
export type BeginFault = "not-over" | "under-way" | "no-provider" | "no-day";

/** Begins with the next day that is over, one after the other: what stood at its end is where the next begins. Takes up what stopped. */
export async function beginNextDay(deps: BeginDeps): Promise<void> {
  const { reconciliation, providerBooks, clock } = deps;
  if (providerBooks === null) return;
  const days = await reconciliation.days(MAX_DAYS);
  const stuckSince = clock.now().epochMilliseconds - STUCK_AFTER_MS;
  for (const { date, stage } of days) {
    if (stage === "done") continue;
    await addNextTurn(deps, date, ({ movedAt }) => Date.parse(movedAt) <= stuckSince);
  }
  const [latest] = days;
  if (latest !== undefined && latest.stage !== "done") return;
  const date = latest === undefined ? nextDate(openDay(clock), -1) : nextDate(latest.date, 1);
  await beginDay(deps, date);
}

/** Begins with a day, also with one that was compared; why not, or null. */
export async function beginDay(deps: BeginDeps, date: string): Promise<BeginFault | null> {
  const { db, clock, jobs, reconciliation, providerBooks } = deps;
  if (providerBooks === null) return "no-provider";
  if (!isLocalDate(date)) return "no-day";
  if (date >= openDay(clock)) return "not-over";
  const { value } = await commitWithRetry<BeginFault | null>(db, async (tx) => {
    const { value: known, versionstamp } = await reconciliation.day(date);
    if (known !== null && known.stage !== "done") return new Unwritten("under-way");
    const now = clock.now();
    const key = reconciliationKeys.reconciledDay(date);
    const { told, turn: before } = known ?? freshDay(date, "");
    const turn = before + 1;
    tx.check(key, versionstamp).set(key, { ...freshDay(date, now.toString()), told, turn });
    jobs.add(tx, reconcileDayJob, { date, turn }, now.epochMilliseconds);
    return null;
  });
  return value;
}

/** The first day that is not over yet. */
function openDay(clock: Clock): string {
  return localDate(clock.now().subtract({ hours: SETTLED_AFTER_HOURS }));
}
