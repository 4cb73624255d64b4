// `deno task backup [FOLDER]`: copies the database whole while the server goes on, with a manifest and the ledger of erasures
// beside it. No key that opens it is in there.
import { KEY_FAMILIES } from "../lib/assembly/key-registry.ts";
import { keyFileOf } from "../lib/assembly/key-encryption.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { makeBackup } from "../lib/backup/make-backup.ts";
import { backupFolderOf } from "../lib/backup/newest-backup.ts";
import { systemClock } from "../lib/kernel/clock.ts";
import { keyFileKms } from "../lib/security/key-file-gateway.ts";
import { Refused, runScript } from "./terminal.ts";

if (import.meta.main) await runScript(() => main(Deno.args));

async function main(args: readonly string[]): Promise<void> {
  const [folder, ...more] = args;
  if (more.length > 0 || folder?.startsWith("-")) {
    throw new Refused("Nothing was done: deno task backup [FOLDER]");
  }
  const config = loadConfig(processEnvironment());
  const { database, release } = config;
  assertFile(config);
  const { path, manifest } = await makeBackup({
    ...{ database, release, clock: systemClock },
    folder: (folder ?? backupFolderOf(database)).replace(/\/$/, ""),
    families: familyVersions(),
    keys: await knownKeys(config),
  });
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  console.info(`${path}: ${rows} rows, ${manifest.bytes} bytes, sha256 ${manifest.sha256}`);
  console.info(
    `It needs AVANTI_SECRET and key-encryption key ${
      manifest.keyVersions.join(", ")
    }; neither is in it.`,
  );
}

/** The version of the rows of each family, as this release knows them. */
export function familyVersions(): Record<string, number> {
  return Object.fromEntries(KEY_FAMILIES.map(({ name, stored }) => [name, stored?.version ?? 1]));
}

/** Refuses a database that is no file: who serves it copies it. */
export function assertFile({ database }: Pick<Config, "database">): void {
  if (database === ":memory:" || /^https?:/.test(database)) {
    throw new Refused(`${database} is no file: whoever serves it makes its backups.`);
  }
}

/** Keys that are at hand without asking anybody. */
async function knownKeys(config: Config): Promise<Uint8Array[]> {
  if (config.keks !== undefined) return [...config.keks.keys.values()];
  const path = keyFileOf(config);
  return path === null ? [] : [...(await keyFileKms({ path }).keys()).keys.values()];
}
