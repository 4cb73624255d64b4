// Every row of a database as the product reads it, whichever release wrote it.
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { decodeRow } from "../../lib/kv/stored-row.ts";

/** All rows in key order; those of families that nobody reads any more are as they are stored. */
export async function rowsOfToday(kv: Deno.Kv): Promise<Deno.KvEntry<unknown>[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: [] }, { batchSize: 1000 }));
  for (const entry of entries) {
    const family = KEY_FAMILIES.find(({ name }) => name === entry.key[0]);
    if (family !== undefined) entry.value = decodeRow(family, entry.value);
  }
  return entries;
}
