// The keys of every served product of the tests, for whoever writes its database before it starts or reads it after
// it has ended.
import { fixedKms } from "../../lib/security/kms.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { openSealedDatabase } from "../../lib/assembly/open-sealed.ts";
import type { Database } from "../../lib/kv/open.ts";
import { keptLog } from "./kept-log.ts";

/** The secret of every such server. */
export const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64();
/** The key-encryption keys of every such server. */
export const KEKS = `1:${Uint8Array.from({ length: 32 }, (_, i) => i * 11).toBase64()}`;

/** What services need to write as such a server does. */
export async function productionParts() {
  const { keks } = productionConfig("kv.sqlite");
  const keys = await deriveCryptoKeys(Uint8Array.fromBase64(SECRET));
  return { keys, ...(keks === undefined ? {} : { kms: fixedKms(keks) }) };
}

/** The database of such a server that has ended. */
export async function openProduction(database: string): Promise<Database> {
  const { log } = keptLog();
  return await openSealedDatabase({
    ...{ config: productionConfig(database), log, tell: () => {} },
  });
}

function productionConfig(database: string) {
  return loadConfig({
    ...{ AVANTI_MODE: "production", AVANTI_ORIGIN: "https://avanti.example" },
    ...{ AVANTI_SECRET: SECRET, AVANTI_KEKS: KEKS, AVANTI_DATABASE: database },
  });
}
