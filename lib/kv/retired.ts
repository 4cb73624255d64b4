// Rows of families that no code reads any more.
import { commitUnlessLocked } from "./commit.ts";
import type { Database } from "./open.ts";
import { MAX_MUTATIONS, Transaction } from "./transaction.ts";

/** Deletes rows of retired families, at most one commit a family and call; true when none are left. */
export async function dropRetired(db: Database, names: readonly string[]): Promise<boolean> {
  let isDone = true;
  for (const name of names) {
    const selector = { prefix: [name] };
    const rows = await Array.fromAsync(db.read.list(selector, { limit: MAX_MUTATIONS }));
    if (rows.length === 0) continue;
    const tx = new Transaction(db);
    for (const { key } of rows) tx.delete(key);
    await commitUnlessLocked(tx);
    isDone = false;
  }
  return isDone;
}
