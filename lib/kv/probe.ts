// Whether the database takes bookings; for readiness. Anyone may ask, so asking costs no more than one small write a
// second, however many ask.
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";

/** Longest a healthy database takes for one small write, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;
/** How long an answer is given again, in milliseconds. */
const PROBE_EVERY_MS = 1_000;

/** What is wrong with a part of the database, in one word that names no file; null when nothing is. */
export type Trouble = "failed" | "late" | "lost" | "misread" | null;

/** How the database is. */
export interface DatabaseStanding {
  /** Whether what is written now would be found after a restart. */
  file: Trouble;
  writes: Trouble;
  reads: Trouble;
}

/** A look at `db` that all who ask within a second share; `now` in milliseconds, on a clock that only goes forward. */
export function sharedStanding(
  db: Database,
  now: () => number = () => performance.now(),
): () => Promise<DatabaseStanding> {
  let asked: { at: number; answer: Promise<DatabaseStanding> } | null = null;
  return () => {
    if (asked === null || now() - asked.at >= PROBE_EVERY_MS) {
      asked = { at: now(), answer: databaseStanding(db) };
    }
    return asked.answer;
  };
}

/** Whether a write and a read succeed in time, and would last. Never throws: what is wrong is the answer. */
export async function databaseStanding(db: Database): Promise<DatabaseStanding> {
  const file: Trouble = db.trouble() === null ? null : "lost";
  const [writes, reads] = await Promise.all([
    file ?? inTime(() => writeTo(db)),
    inTime(() => readFrom(db)),
  ]);
  const canBoth = writes === null && reads === null;
  return { file, writes, reads: canBoth ? await inTime(() => readBack(db)) : reads };
}

async function inTime(look: () => Promise<Trouble>): Promise<Trouble> {
  const { promise: late, resolve } = Promise.withResolvers<Trouble>();
  const timer = setTimeout(() => resolve("late"), PROBE_TIMEOUT_MS);
  try {
    return await Promise.race([look(), late]);
  } catch {
    return "failed";
  } finally {
    clearTimeout(timer);
  }
}

async function writeTo({ write }: Database): Promise<Trouble> {
  await write.set(kvKeys.about("probe"), "probe");
  return null;
}

async function readFrom({ read }: Database): Promise<Trouble> {
  await read.get(kvKeys.about("probe"));
  return null;
}

async function readBack({ read }: Database): Promise<Trouble> {
  const { value } = await read.get(kvKeys.about("probe"));
  return value === "probe" ? null : "misread";
}
