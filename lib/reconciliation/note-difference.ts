// Use cases: a difference is written down, goes away by itself, or is settled by a person who says what it came from.
import { hasPersonalNumber } from "../forms/personal-number.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import {
  type Difference,
  differenceId,
  type FoundDifference,
  MAX_NOTE_LENGTH,
} from "./difference.ts";
import { type ReconciliationStore, writeDifference } from "./reconciliation-store.ts";

/** What writing needs. */
export interface NoteDeps {
  db: Database;
  clock: Clock;
  reconciliation: ReconciliationStore;
}

/** Why nothing was settled. */
export type SettleFault =
  /** It is settled, or went away. */
  | "settled"
  /** Nothing is said. */
  | "note-missing"
  | "note-long"
  /** Numbers of people do not belong there. */
  | "note-personal";

/** Writes down what a day's comparison found: once, and again when it comes back after it was settled otherwise. */
export async function noteDifference(
  { db, clock, reconciliation }: NoteDeps,
  date: string,
  found: FoundDifference,
): Promise<void> {
  const id = differenceId(found);
  await commitWithRetry<null>(db, async (tx) => {
    const stored = await reconciliation.get(id);
    if (stored !== null && !isNews(stored.difference, found)) return new Unwritten(null);
    writeDifference(tx, stored, {
      ...{ ...found, id, date, foundAt: clock.now().toString() },
      ...{ settledAt: null, settledBy: null, note: "" },
    });
    return null;
  });
}

/** What stood is so no more: events came, money went back. */
export async function closeDifference(deps: NoteDeps, id: string): Promise<void> {
  await settle(deps, id, { settledBy: null, note: "" });
}

/** Somebody says what it came from; null when it is settled. Null as well for one that is not there: nothing stands. */
export async function settleDifference(
  deps: NoteDeps,
  { id, by, note: written }: { id: string; by: string; note: string },
): Promise<SettleFault | null> {
  const note = written.trim();
  if (note === "") return "note-missing";
  if (note.length > MAX_NOTE_LENGTH) return "note-long";
  if (hasPersonalNumber(note)) return "note-personal";
  return await settle(deps, id, { settledBy: by, note });
}

async function settle(
  { db, clock, reconciliation }: NoteDeps,
  id: string,
  said: Pick<Difference, "settledBy" | "note">,
): Promise<SettleFault | null> {
  const { value } = await commitWithRetry<SettleFault | null>(db, async (tx) => {
    const stored = await reconciliation.get(id);
    if (stored === null || stored.difference.settledAt !== null) return new Unwritten("settled");
    const settledAt = clock.now().toString();
    writeDifference(tx, stored, { ...stored.difference, ...said, settledAt });
    return null;
  });
  return value;
}

/** What a person settled stays so while both sides stand as they did; what went away by itself may come back. */
function isNews(known: Difference, found: FoundDifference): boolean {
  // What was noted from our own row alone says nothing of theirs.
  const theirs = known.theirs === null ? null : found.theirs;
  const isSame = JSON.stringify([known.theirs, known.ours]) ===
    JSON.stringify([theirs, found.ours]);
  return !isSame || (known.settledAt !== null && known.settledBy === null);
}
