// What a question to the database answers, kept under the versionstamps of the rows it depends on.
import { invariant } from "../kernel/invariant.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readEntries } from "../kv/read.ts";
import type { Cache } from "./cache.ts";
import { CacheCategory } from "./category.ts";

/** A question. */
export interface CachedQuestion {
  /** Names it with everything it asks for. */
  id: string;
  /** For whom it is answered: `role/dispatcher`, `person/01K…`; nobody else is given the answer. */
  subject: string;
  /** Rows one of which changes whenever the answer may: an edition, a head. Ten at most, for one round trip. */
  rows: readonly Key<unknown>[];
}

/** Most rows of one round trip. */
const MAX_ROWS = 10;

/**
 * The answer. The versionstamps are read before the answer: what changes between the two makes the answer newer than its
 * key says, never older, and the next who asks has another key.
 */
export async function cachedQuery<Value>(
  { cache, db }: { cache: Cache; db: Pick<Database, "read"> },
  { id, subject, rows }: CachedQuestion,
  load: () => Promise<Value>,
): Promise<Value> {
  invariant(
    rows.length > 0 && rows.length <= MAX_ROWS,
    `A question depends on 1 to ${MAX_ROWS} rows`,
  );
  const entries = await readEntries(db.read, rows);
  const stamps = entries.map(({ versionstamp }) => versionstamp ?? "none").join();
  const key = { category: CacheCategory.QUERY, subject, id: `${id}@${stamps}` };
  return await cache.get(key, load);
}
