// Empties a database; for demo data that is made again.
import { commitWithRetry } from "./commit.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Database } from "./open.ts";

/** Rows of a commit: far under what one may write, and under its bytes of keys. */
export const ROWS_A_COMMIT = 100;
/** Most commits: a hundred times the rows of the demo data. */
const MAX_COMMITS = 10_000;

/** Deletes every row. Throws DomainError("busy") while something else writes. */
export async function clearDatabase(db: Database): Promise<void> {
  for (let commits = 0; commits < MAX_COMMITS; commits++) {
    const rows = await Array.fromAsync(db.write.list({ prefix: [] }, { limit: ROWS_A_COMMIT }));
    if (rows.length === 0) return;
    await commitWithRetry(db, (tx) => {
      for (const { key } of rows) tx.delete(key);
      return Promise.resolve(null);
    });
  }
  throw new DomainError("busy");
}
