// Compares a day with the provider's books, a page at a time: each page moves the row of the day in a commit of its own, so
// that a process that dies goes on where it was.
import { z } from "zod";
import { HOUSE } from "../bookkeeping/legal-entity.ts";
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { noteInBooks } from "../bookkeeping/note-in-books.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { unreachable } from "../kernel/invariant.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { ProviderBooks, ProviderPeriod } from "../payments/provider-books.ts";
import { noteEvent } from "../payments/take-event.ts";
import { differenceId, type FoundDifference } from "./difference.ts";
import { unknownMovement } from "./difference-rules.ts";
import { reconciliationKeys } from "./keys.ts";
import type { LookDeps, LookedAt } from "./look-at-charge.ts";
import { lookAgain, lookAtCharge, lookAtTaken, tryToLook } from "./look-at-charge.ts";
import { closeDifference, type NoteDeps, noteDifference } from "./note-difference.ts";
import type { ReconciledDay, Stage } from "./reconciled-day.ts";
import { newlyTold, swishLeft, withMovements } from "./movement-rules.ts";
import { type RaiseDeps, raiseDifferences } from "./raise-differences.ts";

/** Pages of one job: of a hundred rows each, well within the time a job has. */
const PAGES_PER_JOB = 10;
/** More than fit into the time after which the round takes a day up anew: an outage leaves no heap of dead jobs. */
const MOST_ATTEMPTS = 12;
/** Events are looked for from this many days before: the provider posts for three days what it could not bring. */
const EVENT_DAYS = 3;
/** Charges are from this many days before: a card is held for seven at most, and captured by then. */
const CHARGE_DAYS = 8;
/** Charges that are asked for one by one on a page. */
const ASKED_A_PAGE = 25;

/** What handing a day on needs. */
type TurnDeps = NoteDeps & { jobs: JobQueue };

/** What comparing needs. */
export interface ReconcileDeps extends LookDeps, NoteDeps, RaiseDeps {
  ledger: Pick<LedgerStore, "posted" | "vouchersBetween">;
}

/** A day, and which turn of it the job is: of a job that ran longer than its lease there are two, and one of them goes on. */
interface DayTurn {
  date: string;
  turn: number;
}

/** The job. */
export const reconcileDayJob = jobKind(
  "reconcile-day",
  z.object({ date: z.string().refine(isLocalDate), turn: z.int() }),
  reconcileDay,
  Infinity,
  MOST_ATTEMPTS,
);

/** Goes on with a day. Throws GatewayError when the provider cannot be asked: it is tried again. */
export async function reconcileDay(deps: ReconcileDeps, { date, turn }: DayTurn): Promise<void> {
  const { providerBooks: books, reconciliation } = deps;
  if (books === null) return;
  for (let pages = 0; pages < PAGES_PER_JOB; pages++) {
    const { value: day } = await reconciliation.day(date);
    if (day === null || day.stage === "done" || day.turn !== turn) return;
    await takePage(deps, books, day);
  }
  await addNextTurn(deps, date, (day) => day.turn === turn);
}

/** Puts another job of a day on the table where it is not done and `isWanted`; the ones before stop. */
export async function addNextTurn(
  { db, clock, jobs, reconciliation }: TurnDeps,
  date: string,
  isWanted: (day: ReconciledDay) => boolean,
): Promise<void> {
  await commitWithRetry<null>(db, async (tx) => {
    const { value: day, versionstamp } = await reconciliation.day(date);
    if (day === null || day.stage === "done" || !isWanted(day)) return new Unwritten(null);
    const now = clock.now();
    const next = { ...day, turn: day.turn + 1, movedAt: now.toString() };
    tx.check(reconciliationKeys.reconciledDay(date), versionstamp);
    tx.set(reconciliationKeys.reconciledDay(date), next);
    jobs.add(tx, reconcileDayJob, { date, turn: next.turn }, now.epochMilliseconds);
    return null;
  });
}

/** The instants of a local day. */
export function periodOf(date: string): ProviderPeriod {
  return { fromMs: beginningOf(date), untilMs: beginningOf(nextDate(date, 1)) };
}

async function takePage(deps: ReconcileDeps, books: ProviderBooks, day: ReconciledDay) {
  const { date, after } = day;
  const period = periodOf(date);
  switch (day.stage) {
    case "events": {
      const fromMs = beginningOf(nextDate(date, -EVENT_DAYS));
      const { rows, next } = await books.events(fromMs, after);
      let lost = 0;
      for (const event of rows) {
        const ids = { providerId: event.id, paymentId: event.paymentId };
        const look = async () => {
          if (await noteEvent(deps, event)) lost++;
          return [];
        };
        await noteLook(deps, day, ids, look);
      }
      return await move(deps, day, next, { lostEvents: day.lostEvents + lost });
    }
    case "charges": {
      const fromMs = beginningOf(nextDate(date, -CHARGE_DAYS));
      const { rows, next } = await books.charges({ ...period, fromMs }, after);
      for (const charge of rows) {
        const ids = { providerId: charge.id, paymentId: charge.paymentId };
        await noteLook(deps, day, ids, () => lookAtCharge(deps, charge));
      }
      return await move(deps, day, next, { compared: day.compared + rows.length });
    }
    case "movements": {
      const { rows, next } = await books.movements(period, after);
      const unknown = rows.filter(({ kind }) => kind === "other").map(unknownMovement);
      await noteAll(deps, date, unknown);
      // Money goes back of charges that are older than those that are gone through.
      for (const { chargeId } of rows) {
        const ids = { providerId: chargeId, paymentId: null };
        await noteLook(deps, day, ids, () => lookAgain(deps, ids));
      }
      return await move(deps, day, next, { sums: withMovements(day.sums, rows) });
    }
    case "taken":
      return await takeTaken(deps, day);
    case "standing":
      return await takeStanding(deps, day);
    case "done":
      return;
    default:
      return unreachable(day.stage);
  }
}

/** What is booked as taken on the day is there. */
async function takeTaken(deps: ReconcileDeps, day: ReconciledDay) {
  const { date } = day;
  const period = { entityId: HOUSE, from: date, until: date };
  const from = Number(day.after ?? 0);
  let seen = 0;
  let last = from;
  for await (const { series, number, text, source } of deps.ledger.vouchersBetween(period)) {
    if (series !== "B" || number <= from) continue;
    if (seen === ASKED_A_PAGE) return await move(deps, day, String(last), {});
    last = number;
    if (text !== "captured" || source.kind !== "payment") continue;
    seen++;
    const ids = { providerId: null, paymentId: source.id };
    await noteLook(deps, day, ids, () => lookAtTaken(deps, source.id));
  }
  return await move(deps, day, null, {});
}

/** What stood is looked at again: it may be so no more. Movements, and news of nothing we know, are for a person. */
async function takeStanding(deps: ReconcileDeps, day: ReconciledDay) {
  const open = (await deps.reconciliation.open()).filter(({ id, kind, paymentId }) => {
    const isForPerson = kind === "unknown-movement" ||
      (kind === "not-compared" && paymentId === null);
    return !isForPerson && id > (day.after ?? "");
  });
  for (const one of open.slice(0, ASKED_A_PAGE)) {
    const found = await tryToLook(deps, day.beganAt, one, () => lookAgain(deps, one));
    const stands = found.some((each) =>
      each.kind === "not-compared" || differenceId(each) === one.id
    );
    if (!stands) await closeDifference(deps, one.id);
  }
  const last = open[ASKED_A_PAGE - 1];
  if (last !== undefined) return await move(deps, day, last.id, {});
  // Before the day is done: a process that dies between leaves nobody untold.
  await raiseDifferences(deps, day.date);
  await move(deps, day, null, { doneAt: deps.clock.now().toString() });
}

const NEXT: Readonly<Record<Exclude<Stage, "done">, Stage>> = {
  events: "charges",
  charges: "movements",
  movements: "taken",
  taken: "standing",
  standing: "done",
};

/** The day moves on, unless another process has moved it: then its page was the same. */
async function move(
  deps: ReconcileDeps,
  day: ReconciledDay,
  next: string | null,
  fields: Partial<ReconciledDay>,
): Promise<void> {
  const { db, clock, reconciliation } = deps;
  if (day.stage === "done") return;
  const stage = next === null ? NEXT[day.stage] : day.stage;
  const before = stage === "taken"
    ? (await reconciliation.day(nextDate(day.date, -1))).value
    : null;
  await commitWithRetry<null>(db, async (tx) => {
    const { value: known, versionstamp } = await reconciliation.day(day.date);
    const isSame = known?.stage === day.stage && known.after === day.after &&
      known.turn === day.turn;
    if (!isSame) return new Unwritten(null);
    const key = reconciliationKeys.reconciledDay(day.date);
    const movedAt = clock.now().toString();
    const moved = { ...day, ...fields, stage, after: next, movedAt };
    const isSummed = day.stage === "movements" && stage !== day.stage;
    const after = isSummed ? tell(deps, tx, moved, before?.swishLeftOre ?? 0) : moved;
    tx.check(key, versionstamp).set(key, after);
    return null;
  });
}

/** Fees and payouts of the day are told to the books in the commit that says so. */
function tell(deps: ReconcileDeps, tx: Transaction, day: ReconciledDay, swishBeforeOre: number) {
  const { told, facts } = newlyTold(day, swishBeforeOre);
  // On the day itself: its last second.
  const at = Temporal.Instant.fromEpochMilliseconds(periodOf(day.date).untilMs - 1000).toString();
  for (const fact of facts) noteInBooks(deps, tx, fact, at);
  return { ...day, told, swishLeftOre: swishLeft(day, swishBeforeOre) };
}

async function noteLook(
  deps: ReconcileDeps,
  { date, beganAt }: ReconciledDay,
  ids: LookedAt,
  look: () => Promise<FoundDifference[]>,
): Promise<void> {
  await noteAll(deps, date, await tryToLook(deps, beganAt, ids, look));
}

async function noteAll(deps: ReconcileDeps, date: string, found: readonly FoundDifference[]) {
  for (const one of found) await noteDifference(deps, date, one);
}

function beginningOf(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(HOME_ZONE).epochMilliseconds;
}
