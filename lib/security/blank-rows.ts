// Rows of an erased person's rides that are sealed with a key that stays, for the number they were booked with is somebody else's:
// their fields are taken out as they lie, sealed. Nobody opens them for it.
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { withoutSeal } from "../kv/sealed-rows.ts";
import { parseEnvelope } from "./envelope.ts";

/** Rows looked at together. */
export const LOOKED_AT = 500;
/** Rows written in one commit. */
const ROWS_A_COMMIT = 20;

/** Blanks every row with one of the ids among the parts of its key, unless a key that is gone sealed it; how many. */
export async function blankRows(
  db: Pick<Database, "write" | "bell">,
  ids: ReadonlySet<string>,
  goneKeys: ReadonlySet<string>,
): Promise<number> {
  if (ids.size === 0) return 0;
  let waiting: { key: Deno.KvKey; row: unknown }[] = [];
  let count = 0;
  const flush = async () => {
    await commitWithRetry(db, (tx) => {
      for (const { key, row } of waiting) tx.setEncoded(key, row);
      return Promise.resolve(null);
    });
    count += waiting.length;
    waiting = [];
  };
  const fieldsOf = (envelope: string) => {
    const { keyId, fields } = parseEnvelope(Uint8Array.fromBase64(envelope));
    return goneKeys.has(keyId) ? null : fields;
  };
  for await (const { key, value } of db.write.list({ prefix: [] }, { batchSize: LOOKED_AT })) {
    if (!key.some((part) => typeof part === "string" && ids.has(part))) continue;
    const row = withoutSeal(value, fieldsOf);
    if (row !== null) waiting.push({ key, row });
    if (waiting.length === ROWS_A_COMMIT) await flush();
  }
  if (waiting.length > 0) await flush();
  return count;
}
