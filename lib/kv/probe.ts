// Whether the database takes bookings; for readiness. Anyone may ask, so asking costs no more than one small write a
// second, however many ask.
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";

/** Longest a healthy database takes for one small write, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;
/** How long an answer is given again, in milliseconds. */
const PROBE_EVERY_MS = 1_000;

/** Null when bookings can be stored, else why not, in one sentence. */
export type Readiness = string | null;

/** A question to `db` that all who ask within a second share; `now` in milliseconds, on a clock that only goes forward. */
export function sharedProbe(
  db: Database,
  now: () => number = () => performance.now(),
): () => Promise<Readiness> {
  let asked: { at: number; answer: Promise<Readiness> } | null = null;
  return () => {
    if (asked === null || now() - asked.at >= PROBE_EVERY_MS) {
      asked = { at: now(), answer: databaseReadiness(db) };
    }
    return asked.answer;
  };
}

/** Whether a write and a read succeed in time. Never throws: an unhealthy database is the answer. */
export async function databaseReadiness(db: Database): Promise<Readiness> {
  const trouble = db.trouble();
  if (trouble !== null) return trouble;
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(
    () => resolve(`The database did not answer in ${PROBE_TIMEOUT_MS} ms`),
    PROBE_TIMEOUT_MS,
  );
  try {
    return await Promise.race([writeAndRead(db), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}

async function writeAndRead(db: Database): Promise<Readiness> {
  const key = kvKeys.about("probe");
  await db.write.set(key, "probe");
  return (await db.read.get(key)).value === "probe" ? null : "What was written cannot be read back";
}
