// Facts about this database itself, for example when it was seeded.
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readEntry } from "./read.ts";
import type { WritableDatabase } from "./writable-database.ts";
import { commitWithRetry } from "./commit.ts";

/** What is known under `fact`, or null. */
export async function readFact(db: Pick<Database, "read">, fact: string): Promise<string | null> {
  return (await readEntry(db.read, kvKeys.about(fact))).value;
}

/** Remembers a fact. Throws DomainError("busy") when the database stays locked. */
export async function writeFact(db: WritableDatabase, fact: string, value: string): Promise<void> {
  await commitWithRetry(db, (tx) => Promise.resolve(tx.set(kvKeys.about(fact), value)));
}
