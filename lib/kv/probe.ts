// Whether the database answers; for readiness.
import type { Database } from "./open.ts";
import { kvKeys } from "./keys.ts";

/** Longest a healthy database takes for one small write, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;

/** True when a write and a read succeed in time. Never throws: an unhealthy database is the answer. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), PROBE_TIMEOUT_MS);
  try {
    return await Promise.race([writeAndRead(db), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function writeAndRead(db: Database): Promise<boolean> {
  const key = kvKeys.about("probe");
  await db.write.set(key, "probe");
  return (await db.read.get(key)).value === "probe";
}
