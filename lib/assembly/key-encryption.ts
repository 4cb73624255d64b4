// The source of key-encryption keys the settings ask for.
import { secureRandomBytes } from "../kernel/ids.ts";
import { privateFile } from "../kernel/private-file.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { CryptoKeys } from "../security/crypto-keys.ts";
import { KEY_FILE, keyFileKms } from "../security/key-file-gateway.ts";
import { fixedKms, type Kms, memoryKms } from "../security/kms.ts";
import { httpKms } from "../security/kms-gateway.ts";
import type { Config } from "./settings.ts";

/** The settings it goes by. */
export type KeyConfig = Pick<
  Config,
  "mode" | "database" | "keks" | "keksFile" | "kmsUrl" | "kmsToken"
>;

/**
 * The source: the settings', or in local mode a file beside the database, made at the first start, which `tell` says
 * once. Databases that have no folder get one made of the master secret.
 */
export function makeKms(
  config: KeyConfig,
  keys: Pick<CryptoKeys, "memoryKek">,
  dependencies: Dependencies,
  tell: (line: string) => void,
): Kms {
  const { keks, kmsUrl: url, kmsToken: token } = config;
  if (keks !== undefined) return fixedKms(keks);
  if (url !== undefined && token !== undefined) {
    const dependency = dependencies.open({ name: "kms", label: "KMS", mayRetry: true });
    return httpKms({ url, token, dependency });
  }
  const path = keyFileOf(config);
  if (path === null) return memoryKms(keys);
  const begin = { randomBytes: secureRandomBytes, tell };
  return keyFileKms(config.mode === "local" ? { path, begin } : { path });
}

/** The file the keys come from, or null where they come from elsewhere. */
export function keyFileOf(
  { database, keks, keksFile, kmsUrl }: Omit<KeyConfig, "mode" | "kmsToken">,
): string | null {
  if (keksFile !== undefined) return keksFile;
  const hasFolder = database !== ":memory:" && !/^https?:/.test(database);
  return keks === undefined && kmsUrl === undefined && hasFolder
    ? privateFile(database, KEY_FILE)
    : null;
}
