// How far a rotation has come and when it is through, and how many erasures the ledger has: figures for whoever looks.
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { securityKeys } from "./keys.ts";
import type { Rotation } from "./rotate-keys.ts";

/** Most rows that are counted; of more it is said that there are more. */
export const MOST_COUNTED = 20_000;

/** A number of rows, and whether it is that of all. */
export interface Counted {
  count: number;
  isAll: boolean;
}

/** How far it has come. */
export interface RotationProgress {
  /** Data keys looked at, and those there are with them. */
  done: number;
  all: Counted;
  /** Instant at which the last one is looked at if it goes on as it has; null where that cannot be said yet, or it was. */
  endsAt: string | null;
}

/** Looks how many are left. */
export async function rotationProgress(
  { db, clock }: { db: Pick<Database, "read">; clock: Clock },
  { after, looked, movedAt, startedAt }: Rotation,
): Promise<RotationProgress> {
  if (movedAt !== null) return { done: looked, all: { count: looked, isAll: true }, endsAt: null };
  const left = await keysAfter(db, after);
  const all = { count: looked + left.count, isAll: left.isAll };
  const now = clock.now();
  const spentMs = now.epochMilliseconds - Date.parse(startedAt);
  const isKnown = looked > 0 && spentMs > 0 && left.isAll;
  const leftMs = Math.ceil(spentMs / looked * left.count);
  const endsAt = isKnown ? now.add({ milliseconds: leftMs }).toString() : null;
  return { done: looked, all, endsAt };
}

/** How many erasures the ledger has. */
export async function countErasures({ db }: { db: Pick<Database, "read"> }): Promise<Counted> {
  const { prefix } = securityKeys.erasureLedger;
  return countOf(await readList(db.read, { prefix }, MOST_COUNTED));
}

async function keysAfter(db: Pick<Database, "read">, after: string): Promise<Counted> {
  const { prefix } = securityKeys.subjectKey;
  const start = after === "" ? {} : { start: [...prefix, after, ""] };
  return countOf(await readList(db.read, { prefix, ...start }, MOST_COUNTED));
}

function countOf({ length: count }: readonly unknown[]): Counted {
  return { count, isAll: count < MOST_COUNTED };
}
