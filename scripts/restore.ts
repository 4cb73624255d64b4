// `deno task restore FROM [--yes]`: puts a backup in the place of the database. The server must not run. Whoever was erased
// since the backup was made is erased in it again, before anything serves it.
import { accountRows } from "../lib/accounts/erase-account.ts";
import { makeKms } from "../lib/assembly/key-encryption.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { checkBackup } from "../lib/backup/check-backup.ts";
import { restoreBackup, type RestoreOptions } from "../lib/backup/restore-backup.ts";
import { systemClock } from "../lib/kernel/clock.ts";
import { secureRandomBytes } from "../lib/kernel/ids.ts";
import { makeLogger } from "../lib/kernel/log.ts";
import { lockDatabaseFile } from "../lib/kv/file-lock.ts";
import { Dependencies } from "../lib/resilience/dependencies.ts";
import { deriveCryptoKeys, secretMark } from "../lib/security/crypto-keys.ts";
import { masterSecret } from "../lib/security/local-secret.ts";
import { assertFile, familyVersions } from "./backup.ts";
import { isAgreed, Refused, runScript } from "./terminal.ts";

if (import.meta.main) await runScript(() => main(Deno.args));

async function main(args: readonly string[]): Promise<void> {
  const [from, ...more] = args.filter((arg) => arg !== "--yes");
  if (from === undefined || from.startsWith("-") || more.length > 0) {
    throw new Refused("Nothing was done: deno task restore FROM [--yes]");
  }
  const config = loadConfig(processEnvironment());
  const { database } = config;
  assertFile(config);
  const options = await optionsOf(config, from);
  await Deno.mkdir(database.replace(/[^/]*$/, "") || ".", { recursive: true });
  const lock = lockDatabaseFile(database);
  try {
    const { madeAt, release } = await checkBackup(options);
    const question = `Put the backup of ${madeAt}${
      release === "" ? "" : ` (${release})`
    } in the place of ${database}?`;
    if (!isAgreed(question, args)) throw new Refused("Nothing was done; --yes does it.");
    const { replayed, former, lostEntries, formerCheckpoints } = await restoreBackup(options);
    console.info(`${database} is the backup of ${madeAt}.`);
    console.info(`Erased again: ${replayed.keys} people, with ${replayed.rows} rows of theirs.`);
    if (former !== null) {
      console.info(
        `What was there before is ${former}; delete it once you do not need it any more.`,
      );
    }
    if (formerCheckpoints !== null) {
      console.info(
        `The audit log goes on from the backup, and says so; ${lostEntries} entries that had been ` +
          `signed are in what was there before alone. Their checkpoints: ${formerCheckpoints}; keep both.`,
      );
    }
  } finally {
    lock.release();
  }
}

async function optionsOf(config: Config, from: string): Promise<RestoreOptions> {
  const secret = await masterSecret(config, console.info);
  using dependencies = new Dependencies({
    log: makeLogger({ clock: systemClock, write: () => {} }),
  });
  const keys = await deriveCryptoKeys(secret);
  const kms = makeKms(config, keys, dependencies, console.info);
  return {
    ...{ from, database: config.database, mode: config.mode },
    secretMark: await secretMark(secret),
    keyVersions: [...(await kms.keys()).keys.keys()],
    families: familyVersions(),
    accounts: accountRows(keys.reachKey),
    ...{ clock: systemClock, randomBytes: secureRandomBytes },
  };
}
