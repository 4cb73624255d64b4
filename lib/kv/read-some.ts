// Some rows of a list, told by what is not sealed of them: the others are left out before they are opened, which costs
// several times what reading them does.
import type { Database } from "./open.ts";
import { MAX_BATCH, type Selector } from "./read.ts";
import { openEntries } from "./sealed-rows.ts";
import { noteSeen } from "./seen-rows.ts";
import { decodeRow, rowsOf } from "./stored-row.ts";
import { UnreadableRow, unreadableRows } from "./unreadable-rows.ts";

/** A row as it is stored: of any release, its sealed fields gone. */
export type StoredFields = Readonly<Record<string, unknown>>;

/**
 * Lists those of the first `limit` entries of a selector that are wanted. `isWanted` sees rows of earlier releases as they
 * wrote them; one that nobody can read is left out and noted.
 */
export async function readSome<Value>(
  db: Pick<Database, "read" | "stored" | "sealer">,
  selector: Selector<Value>,
  { limit, isWanted }: { limit: number; isWanted: (stored: StoredFields) => boolean },
): Promise<Value[]> {
  const family = rowsOf("prefix" in selector ? selector.prefix : selector.start);
  const options = { limit, batchSize: Math.min(limit, MAX_BATCH) };
  const wanted: Deno.KvEntry<Value>[] = [];
  const stored = db.stored ?? db.read;
  for await (const entry of stored.list<Value>(selector as Deno.KvListSelector, options)) {
    if (!isFields(entry.value) || isWanted(entry.value)) wanted.push(entry);
  }
  if (db.sealer !== undefined) await openEntries(db.sealer, wanted);
  return wanted.flatMap(({ key, value: row }) => {
    try {
      const value = decodeRow(family, row);
      noteSeen(family, key, value);
      return [value];
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
      unreadableRows(db.read).note(key, error);
      return [];
    }
  });
}

function isFields(value: unknown): value is StoredFields {
  return typeof value === "object" && value !== null;
}
