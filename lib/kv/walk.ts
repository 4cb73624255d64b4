// Walks over all rows of a family, the newest key first and some at a time, for whoever must look at each.
import type { Key } from "./family.ts";
import { readList } from "./read.ts";

/** Rows read at once. */
export const WALK_ROWS = 500;

/** The rows; those that nobody can read are left out. */
export async function* walkBack<Value>(
  kv: Deno.Kv,
  prefix: Key<Value>,
): AsyncGenerator<Deno.KvEntry<Value>> {
  let end: Deno.KvKey | null = null;
  while (true) {
    const selector: { prefix: Key<Value>; end?: Deno.KvKey } = end === null
      ? { prefix }
      : { prefix, end };
    const rows: Deno.KvEntry<Value>[] = await readList(kv, selector, WALK_ROWS, true);
    yield* rows;
    if (rows.length < WALK_ROWS) return;
    end = rows.at(-1)?.key ?? null;
  }
}
