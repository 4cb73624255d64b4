// A company with a database file, people in it, and backups of it.
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { type Backup, makeBackup } from "../../lib/backup/make-backup.ts";
import {
  restoreBackup,
  type Restored,
  type RestoreOptions,
} from "../../lib/backup/restore-backup.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import type { Database } from "../../lib/kv/open.ts";
import { erasureFileOf } from "../../lib/security/erasure-file.ts";
import { claimLedger } from "../../lib/security/keep-ledger.ts";
import { tempFolder } from "./databases.ts";
import { someKeks } from "./keks.ts";
import { type Rotation, rotationOver } from "./rotation.ts";

/** The company. */
export interface Company extends AsyncDisposable {
  folder: string;
  database: string;
  backups: string;
  /** Opens the database as a server does at its start, and closes it once `use` has ended. */
  served<Value>(use: (rotation: Rotation) => Promise<Value>): Promise<Value>;
  backup(): Promise<Backup>;
  restore(from: string, options?: Partial<RestoreOptions>): Promise<Restored>;
}

/** Version of the rows of each family today. */
export const FAMILIES: Readonly<Record<string, number>> = Object.fromEntries(
  KEY_FAMILIES.map(({ name, stored }) => [name, stored?.version ?? 1]),
);

/** Makes one with an empty database. */
export async function aCompany(): Promise<Company> {
  const { path: folder, ...owned } = await tempFolder();
  const database = `${folder}/kv.sqlite`;
  const backups = `${folder}/backups`;
  const tools = { clock: systemClock, randomBytes: secureRandomBytes, families: FAMILIES };
  const served: Company["served"] = async (use) => {
    await using rotation = await rotationOver(database);
    await claimLedger({ db: rotation.db, path: erasureFileOf(database) }, secureRandomBytes);
    return await use(rotation);
  };
  await served(async ({ db }) => {
    await writeFact(db, "mode", "production");
    await writeFact(db, "secret", "mark");
  });
  const keys = [...someKeks(1).keys.values()];
  return {
    ...{ folder, database, backups, served },
    backup: () => makeBackup({ ...tools, database, folder: backups, release: "r7", keys }),
    restore: (from, options = {}) =>
      restoreBackup({
        ...{ ...tools, from, database, mode: "production", secretMark: "mark", keyVersions: [1] },
        ...options,
      }),
    [Symbol.asyncDispose]: () => owned[Symbol.asyncDispose](),
  };
}

/** Destroys a subject's key. */
export async function erase({ db, subjectKeys }: Rotation, mark: string): Promise<string> {
  const { value } = await commitWithRetry(
    db,
    async (tx) => (await subjectKeys.destroy(tx, mark, "request-1"))?.keyId ?? "",
  );
  return value;
}

/** Every row of a database but those that move when it is opened. */
export async function rowsOf(db: Database): Promise<Map<string, string>> {
  const rows = await Array.fromAsync(db.read.list({ prefix: [] }));
  return new Map(
    rows.filter(({ key }) => key[0] !== "about").map(({ key, value }) => [
      JSON.stringify(key),
      JSON.stringify(value),
    ]),
  );
}
