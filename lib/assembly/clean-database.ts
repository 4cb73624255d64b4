// Once rows of earlier releases are all sealed, and after each erasure, the file is written anew at the next start: only then
// is nothing of what was there before to be found in it. A server of databases does so by itself.
import { readFact, writeFact } from "../kv/about.ts";
import { isBackfilled } from "../kv/backfill.ts";
import { cleanFile } from "../kv/clean-file.ts";
import type { Database } from "../kv/open.ts";
import { sealingWalk } from "../kv/seal-old-rows.ts";
import { newestErasure } from "../security/newest-erasure.ts";
import { KEY_FAMILIES } from "./key-registry.ts";

/** The fact that says what the file was cleaned after. */
const CLEANED = "cleaned";
/** Its entries are sealed as their kinds say. */
const FEED = "feed";

/** What the file should be cleaned after, or null when it was. */
export async function cleaningDue(db: Database): Promise<string | null> {
  if (db.kind !== "file") return null;
  const families = KEY_FAMILIES.filter(({ name, sealed }) => sealed !== undefined || name === FEED);
  const done = await Promise.all(families.map((one) => isBackfilled(db, sealingWalk(one))));
  // While some are still to be sealed each start would write the whole file, and nobody is served meanwhile.
  const sealed = done.every((isDone) => isDone) ? families.length : 0;
  const erasure = await newestErasure(db);
  if (sealed === 0 && erasure === null) return null;
  const due = `${sealed} families sealed, erasure ${erasure ?? "none"}`;
  return await readFact(db, CLEANED) === due ? null : due;
}

/** Cleans the file of a database that is due and opens it again; `tell` hears in a line why it could not be. */
export async function cleaned(
  db: Database,
  { path, reopen, tell }: {
    path: string;
    reopen: () => Promise<Database>;
    tell: (line: string) => void;
  },
): Promise<Database> {
  const due = await cleaningDue(db);
  if (due === null) return db;
  db.close();
  const trouble = cleanFile(path);
  const again = await reopen();
  if (trouble === null) await writeFact(again, CLEANED, due);
  else {tell(
      `The database file was not written anew, it may hold traces of what was erased: ${trouble}`,
    );}
  return again;
}
