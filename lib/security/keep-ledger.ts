// Keeps the ledger of erasures that lies outside the database in step with the one inside, and sees at the start whether the
// database is older than its ledger: then what was erased since would be back.
import { GatewayError } from "../errors/gateway-error.ts";
import { type RandomBytes, secretToken } from "../kernel/ids.ts";
import { readFact, writeFact } from "../kv/about.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { addToErasureFile, foreign, markOf, readErasureFile } from "./erasure-file.ts";
import { type Erasure, securityKeys } from "./keys.ts";

/** Facts of the database: which ledger is its own, and up to where it knows it. */
const LEDGER = "erasure ledger";
const KNOWN = "erasures known";
/** Most erasures of one database; more are years away. */
export const MOST_ERASURES = 1_000_000;

/** The database, and where its ledger lies. */
export interface LedgerPlace {
  db: Pick<Database, "read" | "write" | "bell">;
  path: string;
}

/**
 * Takes the ledger for the database's own, or begins one. Throws GatewayError with one sentence when the database is an
 * older copy whose erasures have not been replayed, when the ledger is gone or cut short, or another database's.
 */
export async function claimLedger(place: LedgerPlace, randomBytes: RandomBytes): Promise<void> {
  const { db, path } = place;
  const own = await readFact(db, LEDGER);
  const file = await readErasureFile(path);
  if (own !== null && file === null) throw gone(path);
  if (own !== null && file !== null && file.id !== own) throw foreign(path);
  const known = await readFact(db, KNOWN);
  if (file !== null && (own === null || known !== markOf(file))) {
    const marks = [markOf({ ...file, erasures: [] }), ...file.erasures.map(({ mark }) => mark)];
    const at = known === null ? 0 : marks.indexOf(known);
    if (at < 0) throw cutShort(path);
    const missing = await notErased(db, file.erasures.slice(at));
    if (missing > 0) throw older(path, missing);
  }
  if (own === null) {
    const id = file?.id ?? secretToken(randomBytes);
    // The file first: a database that knows its ledger and has none does not start.
    await addToErasureFile(path, id, []);
    await writeFact(db, LEDGER, id);
  }
  await mirrorErasures(place);
}

/** Writes what was erased into the ledger outside, and remembers up to where. Does nothing when it is in step. */
export async function mirrorErasures({ db, path }: LedgerPlace): Promise<void> {
  const id = await readFact(db, LEDGER);
  if (id === null) return;
  const file = await addToErasureFile(path, id, await erasuresOf(db));
  if (await readFact(db, KNOWN) !== markOf(file)) await writeFact(db, KNOWN, markOf(file));
}

/** The id of the newest erasure; a look that costs one row. */
export async function newestErasure({ db }: Pick<LedgerPlace, "db">): Promise<string | null> {
  return (await readIfReadable(db.read, securityKeys.newestErasure())).value;
}

/** Every erasure the database knows, in their order. */
export async function erasuresOf(db: Pick<Database, "write">): Promise<Erasure[]> {
  const prefix = securityKeys.erasureLedger.prefix;
  return (await readList(db.write, { prefix }, MOST_ERASURES)).map(({ value }) => value);
}

async function notErased(
  db: Pick<Database, "write">,
  erasures: readonly Erasure[],
): Promise<number> {
  const rows = await readThoseReadable(
    db.write,
    erasures.map(({ keyId }) => securityKeys.subjectKey(keyId)),
  );
  // A key this copy never had sealed nothing in it.
  return rows.filter(({ value }) => value !== null && !("erasedAt" in value)).length;
}

function older(path: string, count: number): GatewayError {
  return refused(
    `This database is older than its ledger of erasures ${path}: ${count} people who were erased since would be back. ` +
      "Put a backup in its place by `deno task restore`, which erases them again.",
  );
}

function gone(path: string): GatewayError {
  return refused(
    `The ledger of erasures ${path} is gone. Copy the newest one there, from the disk of the old server or the folder of ` +
      "its backups: without it nobody knows who was erased since this copy was made.",
  );
}

function cutShort(path: string): GatewayError {
  return refused(
    `The ledger of erasures ${path} ends before what this database knows of it. Copy the newest one there.`,
  );
}

function refused(sentence: string): GatewayError {
  return new GatewayError("ledger", sentence, false);
}
