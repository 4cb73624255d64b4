// A backup put in the place of the database: looked at first, then copied, everybody erased since erased again, and only then
// swapped in. Until the last step the database is as it was; killed anywhere, the same command begins anew.
import { dirname } from "node:path";
import {
  type ExportBefore,
  exportBefore,
  noteRestore,
  setExportAside,
} from "../audit/restored-log.ts";
import { CHECKPOINTS_FILE } from "../audit/services.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { privateFile } from "../kernel/private-file.ts";
import { type Database, openDatabase } from "../kv/open.ts";
import { settleDatabaseFile } from "../kv/sqlite-file.ts";
import {
  addToErasureFile,
  type Erasure,
  erasureFileOf,
  foreign,
  readErasureFile,
} from "../security/erasure-file.ts";
import { erasuresOf, mirrorErasures } from "../security/keep-ledger.ts";
import { type AccountRows, type Replayed, replayErasures } from "../security/replay-erasures.ts";
import { checkBackup, type CheckOptions, copyOf } from "./check-backup.ts";
import { FOLDER_LEDGER } from "./make-backup.ts";
import type { Manifest } from "./manifest.ts";

/** What restoring needs. */
export interface RestoreOptions extends CheckOptions {
  /** The database file. Nobody may serve it. */
  database: string;
  clock: Clock;
  randomBytes: RandomBytes;
  /** How accounts are found and what goes with them; without it their rows stay, unreadable. */
  accounts?: AccountRows;
  /** Called before each step, by its name: a test ends it there. */
  onStep?: (step: RestoreStep) => void;
}

/** The steps, in their order. */
export const RESTORE_STEPS = [
  "copy",
  "replay",
  "settle",
  "aside",
  "swap",
  "ledger",
  "checkpoints",
] as const;

/** One of them. */
export type RestoreStep = typeof RESTORE_STEPS[number];

/** What was restored. */
export interface Restored {
  manifest: Manifest;
  replayed: Replayed;
  /** Where the database that was there lies now; null when there was none. */
  former: string | null;
  /** Entries of the audit log that had been signed after the backup was made. */
  lostEntries: number;
  /** Where the checkpoints lie now that the restored log does not go on from; null where there were none. */
  formerCheckpoints: string | null;
}

/** Restores a backup. Throws GatewayError with one sentence; the database is as it was then. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { database, onStep = () => {} } = options;
  const manifest = await checkBackup(options);
  const erasures = await knownErasures(options, manifest);
  const part = `${database}.restoring`;
  onStep("copy");
  await removeWithLog(part);
  await Deno.copyFile(copyOf(options.from), part);
  await Deno.chmod(part, 0o600);
  onStep("replay");
  const { replayed, all, lost, before } = await replayIn(part, erasures, { ...options, manifest });
  onStep("settle");
  settleDatabaseFile(part);
  await removeWithLog(`${part}-wal`);
  onStep("aside");
  const former = await setAside(database, options.clock);
  onStep("swap");
  await Deno.rename(part, database);
  onStep("ledger");
  if (manifest.ledger !== "") {
    await addToErasureFile(erasureFileOf(database), manifest.ledger, all);
    await inStep(database);
  }
  onStep("checkpoints");
  const formerCheckpoints = before.isAhead
    ? await setExportAside(checkpointsOf(database), before, options.clock.now().toString())
    : null;
  return { manifest, replayed, former, lostEntries: lost, formerCheckpoints };
}

/** Erasures that are known beside the database, in the folder of the backup, and in the database that is replaced. */
async function knownErasures(
  { from, database }: RestoreOptions,
  { ledger }: Manifest,
): Promise<Erasure[]> {
  const paths = [erasureFileOf(database), `${dirname(copyOf(from))}/${FOLDER_LEDGER}`];
  const erasures: Erasure[] = [];
  for (const path of paths) {
    const file = await readErasureFile(path);
    if (file === null) continue;
    if (ledger !== "" && file.id !== ledger) throw foreign(path);
    erasures.push(...file.erasures);
  }
  return erasures;
}

async function replayIn(
  part: string,
  erasures: readonly Erasure[],
  { database, clock, randomBytes, accounts, manifest }: RestoreOptions & { manifest: Manifest },
): Promise<{ replayed: Replayed; all: Erasure[]; lost: number; before: ExportBefore }> {
  const db = await openDatabase(part, { mayCreate: false });
  try {
    const nowMs = clock.now().epochMilliseconds;
    const replayed = await replayErasures(db, erasures, { nowMs, randomBytes, accounts });
    const before = await exportBefore(db, await textIfThere(checkpointsOf(database)));
    const at = clock.now().toString();
    const { madeAt, rows: { auditIntent: waiting = 0 } } = manifest;
    const { lost } = await noteRestore(db, { at, madeAt, waiting, before });
    return { replayed, all: await erasuresOf(db), lost, before };
  } finally {
    db.close();
  }
}

/** The log first: the file that comes in its place must never meet it. */
async function setAside(database: string, clock: Clock): Promise<string | null> {
  const former = `${database}.before-${clock.now().toString().replaceAll(/[:.]/g, "-")}`;
  for (const ending of ["-wal", "-shm", ""]) {
    await renameIfThere(database + ending, former + ending);
  }
  return await exists(former) ? former : null;
}

async function inStep(database: string): Promise<void> {
  const db: Database = await openDatabase(database, { mayCreate: false });
  try {
    await mirrorErasures({ db, path: erasureFileOf(database) });
  } finally {
    db.close();
  }
}

/** The file of checkpoints beside a database. */
function checkpointsOf(database: string): string {
  return privateFile(database, CHECKPOINTS_FILE);
}

async function textIfThere(path: string): Promise<string> {
  return await exists(path) ? await Deno.readTextFile(path) : "";
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

async function renameIfThere(from: string, to: string): Promise<void> {
  if (await exists(from)) await Deno.rename(from, to);
}

async function removeWithLog(path: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm"]) {
    if (await exists(path + ending)) await Deno.remove(path + ending);
  }
}
