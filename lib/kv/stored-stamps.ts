// Versionstamps of rows as they are stored: nothing is opened, brought up to date or noted as seen.

/** Most keys KV takes in one getMany. */
const MAX_GET_MANY = 10;

/** In the order of the keys; null for rows there are none of. */
export async function storedStamps(
  kv: Deno.Kv,
  keys: readonly Deno.KvKey[],
): Promise<(string | null)[]> {
  const batches: Promise<Deno.KvEntryMaybe<unknown>[]>[] = [];
  for (let i = 0; i < keys.length; i += MAX_GET_MANY) {
    batches.push(kv.getMany<unknown[]>(keys.slice(i, i + MAX_GET_MANY)));
  }
  return (await Promise.all(batches)).flat().map(({ versionstamp }) => versionstamp);
}
