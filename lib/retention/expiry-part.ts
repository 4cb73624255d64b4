// The parts of a run that look at rows which say themselves when they are over: those with an end of their own, which a round
// deletes soon after it, so that the run finds what that has left and counts what stays; and those of bookkeeping.
import { bookkeepingOverOn, type FiscalYearEnd } from "../kernel/bookkeeping-time.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { AnyFamily, Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { GRACE_MS } from "../kv/sweep.ts";
import { MAX_CHECKS, type Transaction } from "../kv/transaction.ts";
import { type Look, type RetentionPart, ROWS_PER_PAGE } from "./retention-part.ts";

/** Rows deleted in one commit: each is checked, and so is the run. */
const ROWS_PER_DEED = MAX_CHECKS - 1;

/** The part of a family whose rows have an end. */
export function expiryPart(db: Pick<Database, "read">, family: AnyFamily): RetentionPart {
  return rowsPart(
    db,
    family,
    (now) => ({ key, value }) =>
      (family.endsMs?.(value, key) ?? Infinity) <= now.epochMilliseconds - GRACE_MS,
  );
}

/** The part of a family of bookkeeping: rows go when the time of the day they are of is over. */
export function bookkeepingPart(
  db: Pick<Database, "read">,
  family: AnyFamily,
  { dayOf, yearEnd }: { dayOf: (row: Deno.KvEntry<unknown>) => string; yearEnd: FiscalYearEnd },
): RetentionPart {
  return rowsPart(
    db,
    family,
    (now) => (row) => bookkeepingOverOn(dayOf(row), yearEnd) <= localDate(now),
  );
}

type IsOver = (row: Deno.KvEntry<unknown>) => boolean;

function rowsPart(
  db: Pick<Database, "read">,
  family: AnyFamily,
  overAt: (now: Temporal.Instant) => IsOver,
): RetentionPart {
  return {
    async page(now, after) {
      const prefix: Key<unknown> = family.prefix;
      const selector = after === null ? { prefix } : { prefix, start: [...after, ""] };
      const rows = await readList(db.read, selector, ROWS_PER_PAGE);
      const isOver = overAt(now);
      const last = rows.at(-1);
      const looks = batches(rows, isOver).map((batch) => lookOf(family.name, batch, isOver));
      return { looks, next: rows.length < ROWS_PER_PAGE ? null : last?.key ?? null };
    },
  };
}

/** Neighbours that share a fate, as many as fit a commit when it is their end. */
function batches(
  rows: readonly Deno.KvEntry<unknown>[],
  isOver: IsOver,
): Deno.KvEntry<unknown>[][] {
  const found: Deno.KvEntry<unknown>[][] = [];
  for (const row of rows) {
    const batch = found.at(-1);
    const first = batch?.[0];
    const fits = batch !== undefined && first !== undefined && isOver(first) === isOver(row) &&
      (!isOver(row) || batch.length < ROWS_PER_DEED);
    if (fits) batch.push(row);
    else found.push([row]);
  }
  return found;
}

function lookOf(
  family: string,
  batch: readonly Deno.KvEntry<unknown>[],
  isOver: IsOver,
): Look {
  const last = batch.at(-1);
  const first = batch[0];
  const at = last?.key ?? [family];
  const about = { family, rows: batch.length, at };
  if (first === undefined || !isOver(first)) return { ...about, fate: "not-yet" };
  const deed = {
    effects: { [family]: { deleted: batch.length } },
    commits: [(tx: Transaction) => {
      for (const { key, versionstamp } of batch) tx.check(key, versionstamp).delete(key);
    }],
  };
  return { ...about, fate: () => Promise.resolve(deed) };
}
