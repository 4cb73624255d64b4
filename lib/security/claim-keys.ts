// The database and its key-encryption keys find out at the start whether they belong together, not at the first row.
import { createHmac } from "node:crypto";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import { securityKeys } from "./keys.ts";
import { type KeyEncryptionKeys, KMS, MAX_KEK_VERSIONS } from "./kms.ts";

/** More versions than a database ever has, retired ones included. */
export const MOST_ROWS = 10_000;

/**
 * Refuses keys that are not those the database was made with, and marks versions it has not seen. Throws GatewayError
 * with one sentence: a version that wraps data keys is missing, is another key by the same number, or was retired.
 */
export async function claimKeys(
  { db, clock }: { db: Pick<Database, "read" | "write" | "bell">; clock: Clock },
  { current, keys }: KeyEncryptionKeys,
): Promise<void> {
  const known = await readList(
    db.write,
    { prefix: securityKeys.keyEncryptionKey.prefix },
    MOST_ROWS,
  );
  for (const { key, value: { check, retiredAt } } of known) {
    const version = Number(key[1]);
    const bytes = keys.get(version);
    if (bytes === undefined) {
      if (retiredAt === null) throw missing(version);
    } else if (check !== null && check !== kekCheck(bytes)) {
      throw another(version);
    } else if (version === current && retiredAt !== null) throw retired(version);
  }
  await markVersions(db, keys, clock.now().toString());
}

/** By what a version is known again: nothing about the key can be learned from it. */
export function kekCheck(key: Uint8Array): string {
  const mac = createHmac("sha256", key).update("avanti/kek-check/1").digest();
  return new Uint8Array(mac).subarray(0, 16).toBase64();
}

async function markVersions(
  db: Pick<Database, "read" | "write" | "bell">,
  keys: KeyEncryptionKeys["keys"],
  at: string,
): Promise<void> {
  const versions = [...keys].slice(0, MAX_KEK_VERSIONS);
  const rows = await readThoseReadable(
    db.write,
    versions.map(([version]) => securityKeys.keyEncryptionKey(version)),
  );
  for (const [i, [version, bytes]] of versions.entries()) {
    if ((rows[i]?.value?.check ?? null) === null) await markVersion(db, { version, bytes, at });
  }
}

/** Marks one. A process that starts beside this one may mark it first, or use it: then it is looked at again. */
async function markVersion(
  db: Pick<Database, "read" | "write" | "bell">,
  { version, bytes, at }: { version: number; bytes: Uint8Array; at: string },
): Promise<void> {
  const key = securityKeys.keyEncryptionKey(version);
  const check = kekCheck(bytes);
  await commitWithRetry<null>(db, async (tx) => {
    const { value, versionstamp } = await readIfReadable(db.write, key);
    if (value !== null && value.check !== null) {
      if (value.check !== check) throw another(version);
      return new Unwritten(null);
    }
    const row = value ?? { firstUsedAt: at, uses: 0, retiredAt: null };
    tx.check(key, versionstamp).set(key, { ...row, check });
    return null;
  });
}

function missing(version: number): GatewayError {
  return refused(
    `Key-encryption key ${version} wraps data keys of this database and is not among those given: add it again ` +
      "(AVANTI_KEKS, the file, or the service). Without it nothing that is sealed can be read.",
  );
}

function another(version: number): GatewayError {
  return refused(
    `Key-encryption key ${version} is not the one this database was made with: restore it under that number. ` +
      "A new key gets a new number.",
  );
}

function retired(version: number): GatewayError {
  return refused(
    `Key-encryption key ${version} was retired and is named as the current one: name a newer one first.`,
  );
}

function refused(sentence: string): GatewayError {
  return new GatewayError(KMS, sentence, false);
}
