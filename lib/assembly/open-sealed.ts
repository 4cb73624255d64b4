// The database for a command beside the server: its rows are sealed and opened with the keys the server has.
import { systemClock } from "../kernel/clock.ts";
import { secureRandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { Dependencies } from "../resilience/dependencies.ts";
import { claimKeys } from "../security/claim-keys.ts";
import { deriveCryptoKeys } from "../security/crypto-keys.ts";
import { masterSecret } from "../security/local-secret.ts";
import { securityServices } from "../security/services.ts";
import { audited } from "./audited.ts";
import { makeKms } from "./key-encryption.ts";
import { claimSecret, openOwnDatabase } from "./own-database.ts";
import { sealing } from "./sealing.ts";
import type { Config } from "./settings.ts";

/** What a command gives. */
export interface CommandSetting {
  config: Config;
  log: Logger;
  /** Hears what is made on a first start. */
  tell: (line: string) => void;
}

/** The database, and the key by whose marks rows are found. */
export type CommandDatabase = Database & { reachKey: CryptoKey };

/** Opens the database, sure that it is of this mode and of these keys. Throws GatewayError with one sentence. */
export async function openSealedDatabase(
  { config, log, tell }: CommandSetting,
): Promise<CommandDatabase> {
  const plain = await openOwnDatabase(config, { createDatabase: false });
  const dependencies = new Dependencies({ log });
  try {
    const secret = await masterSecret(config, tell);
    await claimSecret(plain, secret, { replaceSecret: false });
    const keys = await deriveCryptoKeys(secret);
    const kms = makeKms(config, keys, dependencies, tell);
    await claimKeys({ db: plain, clock: systemClock }, await kms.keys());
    const deps = { db: plain, clock: systemClock, randomBytes: secureRandomBytes };
    const { keyEncryption } = securityServices({ ...deps, kms, log });
    const { reachKey } = keys;
    const sealed = sealing({ ...deps, keyEncryption, reachKey });
    // With the keys its commits name whom they are about; the plain database's would name drivers and permit holders alone.
    const { db } = audited({ ...deps, ...sealed, reachKey });
    return { ...db, reachKey, close: () => (dependencies[Symbol.dispose](), db.close()) };
  } catch (error) {
    dependencies[Symbol.dispose]();
    plain.close();
    throw error;
  }
}
