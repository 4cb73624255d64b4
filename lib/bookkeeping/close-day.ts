// Closes a day of one entity's books: nothing is booked on it, or before it, any more.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import { closingId } from "./book-note.ts";
import { bookkeepingKeys } from "./keys.ts";
import type { LedgerStore } from "./ledger-store.ts";
import { noteInBooks } from "./note-in-books.ts";

/** Why a day cannot be closed. */
export type CloseFault = "not-over" | "already-closed";

/** What closing needs. */
export interface CloseDayDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  ledger: Pick<LedgerStore, "closedThrough">;
}

/** Tells the books that a day is closed; why it cannot be, or null. */
export async function closeDay(
  deps: CloseDayDeps,
  { entityId, date }: { entityId: HolderId; date: string },
): Promise<CloseFault | null> {
  if (date >= localDate(deps.clock.now())) return "not-over";
  if (date <= await deps.ledger.closedThrough(entityId)) return "already-closed";
  const fact = { type: "day-closed", entityId, date } as const;
  const { value } = await commitWithRetry<CloseFault | null>(deps.db, async (tx) => {
    // Told already, by whomever, though the books may not have heard of it yet.
    const key = bookkeepingKeys.bookNote(closingId(fact));
    if ((await readEntry(deps.db.write, key)).versionstamp !== null) {
      return new Unwritten("already-closed");
    }
    tx.check(key, null);
    noteInBooks(deps, tx, fact);
    return null;
  });
  return value;
}
