// Daily counters. They live in commits of their own: a `sum` that throws inside a larger atomic would
// leave the writes before it in place, although KV reports failure.
import type { Database } from "./open.ts";
import { keys } from "./keys.ts";

/** Adds one to the counter `name` of a local date (`YYYY-MM-DD`). */
export async function countOne(
  db: Pick<Database, "write">,
  name: string,
  day: string,
): Promise<void> {
  await db.write.atomic().sum(keys.counter(name, day), 1n).commit();
}

/** The counter's value, 0 when nothing was counted. */
export async function readCount(
  db: Pick<Database, "read">,
  name: string,
  day: string,
): Promise<number> {
  const { value } = await db.read.get<Deno.KvU64>(keys.counter(name, day));
  return value === null ? 0 : Number(value.value);
}
