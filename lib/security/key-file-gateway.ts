// Key-encryption keys in a file that only the server's own user reads. A developer's machine has one beside the database.
import { dirname } from "node:path";
import { GatewayError } from "../errors/gateway-error.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import {
  KEK_BYTES,
  type KeyEncryptionKeys,
  keyEncryptionKeys,
  KMS,
  type Kms,
  readKeyEncryptionKeys,
  writeKeyEncryptionKeys,
} from "./kms.ts";

/** Name of the file beside the database. */
export const KEY_FILE = "key-encryption-keys.json";

/** Most bytes of such a file: far more than all versions take. */
const MAX_FILE_BYTES = 64 * 1024;

/** Changes of others that are waited for. */
const MAX_TRIES = 100;

/** What a file of keys needs. */
export interface KeyFileOptions {
  path: string;
  /** What makes the file at the first start; left out where a missing one is a mistake. */
  begin?: { randomBytes: RandomBytes; tell: (line: string) => void };
}

/** Reads the file anew each time, so that a version somebody adds is seen without a restart. */
export function keyFileKms({ path, begin }: KeyFileOptions): Kms {
  return {
    async keys() {
      const found = await readKeyFile(path);
      if (found !== null) return found;
      if (begin === undefined) {
        throw refused(
          `There are no key-encryption keys in ${path}. Restore the file from where you keep it`,
        );
      }
      const first = keyEncryptionKeys(1, [[1, begin.randomBytes(KEK_BYTES)]]);
      await writeKeyFile(path, first);
      begin.tell(`Local mode: made a key-encryption key in ${path}; production reads AVANTI_KEKS.`);
      return first;
    },
    addVersion: (after, randomBytes) => addKeyVersion(path, randomBytes, after),
  };
}

/** Adds a version, which is current from now on, unless another than `after` is. Returns the current one. */
export function addKeyVersion(
  path: string,
  randomBytes: RandomBytes,
  after?: number,
): Promise<number> {
  return changeKeyFile(path, async (held) => {
    if (after !== undefined && held.current !== after) return held.current;
    const next = Math.max(...held.keys.keys()) + 1;
    const entries = [...held.keys, [next, randomBytes(KEK_BYTES)] as const];
    await writeKeyFile(path, keyEncryptionKeys(next, entries));
    return next;
  });
}

/** Takes a version out that nothing is wrapped with any more. */
export function dropKeyVersion(path: string, version: number): Promise<void> {
  return changeKeyFile(path, async (held) => {
    if (!held.keys.has(version) || held.current === version) return;
    const left = [...held.keys].filter(([number]) => number !== version);
    await writeKeyFile(path, keyEncryptionKeys(held.current, left));
  });
}

/** Whoever changes the file holds it: of two who add a version at once the second would write over the first one's key. */
async function changeKeyFile<Result>(
  path: string,
  change: (held: KeyEncryptionKeys) => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const held = await readKeyFile(path);
    if (held === null) throw refused(`There are no key-encryption keys in ${path}`);
    using file = await Deno.open(path);
    await file.lock(true);
    // Another file stands there by now where somebody has changed it meanwhile.
    if ((await file.stat()).ino !== (await Deno.stat(path)).ino) continue;
    return await change(await readKeyFile(path) ?? held);
  }
  throw refused(`The key-encryption keys in ${path} are changed again and again. Try later`);
}

async function readKeyFile(path: string): Promise<KeyEncryptionKeys | null> {
  const text = await readOrNull(path);
  if (text === null) return null;
  try {
    return readKeyEncryptionKeys(JSON.parse(text));
  } catch (cause) {
    // What a parser of JSON says may repeat what it read.
    const why = cause instanceof RangeError ? cause.message : "it is no JSON";
    throw refused(`The key-encryption keys in ${path} cannot be read (${why}). Restore the file`);
  }
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    const { size, mode } = await Deno.stat(path);
    if (size > MAX_FILE_BYTES) throw refused(`${path} is no file of key-encryption keys`);
    // Windows has no such bits.
    if (((mode ?? 0) & 0o007) !== 0) {
      throw refused(`Others can read the key-encryption keys in ${path}: chmod 600 it`);
    }
    return await Deno.readTextFile(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return null;
    if (cause instanceof GatewayError) throw cause;
    throw refused(
      `The key-encryption keys in ${path} cannot be read: is it this user's file`,
      cause,
    );
  }
}

/** Whole or not at all: a process that dies meanwhile leaves the file as it was. */
async function writeKeyFile(path: string, keys: KeyEncryptionKeys): Promise<void> {
  const part = `${path}.part`;
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.remove(part).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  const file = await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
  try {
    await file.write(new TextEncoder().encode(writeKeyEncryptionKeys(keys)));
    await file.sync();
  } finally {
    file.close();
  }
  await Deno.rename(part, path);
}

function refused(sentence: string, cause?: unknown): GatewayError {
  return new GatewayError(KMS, `${sentence}.`, false, { cause });
}
