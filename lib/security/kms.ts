// Where the keys come from that data keys are wrapped with: what a source gives, and what is believed of it.
import { z } from "zod";
import type { RandomBytes } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { isGuessable } from "./guessable.ts";

/** Key-encryption keys by version; new data keys are wrapped with `current`, older ones opened with any. */
export interface KeyEncryptionKeys {
  current: number;
  /** Each of 32 bytes. */
  keys: ReadonlyMap<number, Uint8Array>;
}

/** A source of key-encryption keys. */
export interface Kms {
  /** All versions it has. Throws GatewayError("kms") with one sentence that says what to do. */
  keys(): Promise<KeyEncryptionKeys>;
  /**
   * Adds a version, which is current from now on, unless another than `after` is; the current one. Absent where versions
   * are made elsewhere. Throws GatewayError("kms").
   */
  addVersion?(after: number, randomBytes: RandomBytes): Promise<number>;
}

/** The gateway name of its errors. */
export const KMS = "kms";

/** Bytes of a key: AES-256. */
export const KEK_BYTES = 32;

/** Most versions at once: one a month for five years, long after the first of them was retired. */
export const MAX_KEK_VERSIONS = 64;

/** Highest version; more rotations than days. */
export const MAX_KEK_VERSION = 1_000_000;

const key = z.base64({ abort: true })
  .refine((text) => Uint8Array.fromBase64(text).length === KEK_BYTES, `not ${KEK_BYTES} bytes`)
  .refine((text) => !isGuessable(text), "not random");
const version = z.int().min(1).max(MAX_KEK_VERSION);

/** How files and services write them: `{"current": 2, "keys": {"1": "base64…", "2": "base64…"}}`. */
const written = z.strictObject({
  current: version,
  keys: z.record(z.string().regex(/^[1-9]\d{0,6}$/, "not a version"), key),
});

/** Reads what a file or a service has. Throws RangeError that says what is wrong and repeats no key. */
export function readKeyEncryptionKeys(said: unknown): KeyEncryptionKeys {
  const parsed = written.safeParse(said);
  if (!parsed.success) throw new RangeError(complaintOf(parsed.error));
  const entries = Object.entries(parsed.data.keys);
  return keyEncryptionKeys(
    parsed.data.current,
    entries.map(([name, text]) => [Number(name), Uint8Array.fromBase64(text)]),
  );
}

/** Keys as they are held. Throws RangeError when the current one is missing, or one stands twice. */
export function keyEncryptionKeys(
  current: number,
  entries: readonly (readonly [version: number, key: Uint8Array])[],
): KeyEncryptionKeys {
  const keys = new Map(entries);
  if (entries.length > MAX_KEK_VERSIONS) throw new RangeError(`more than ${MAX_KEK_VERSIONS} keys`);
  if (keys.size !== entries.length) throw new RangeError("a version stands twice");
  if (!keys.has(current)) throw new RangeError(`the current version ${current} is not among them`);
  const different = new Set(entries.map(([, bytes]) => bytes.toBase64()));
  // A version that is no other key would make a rotation a lie.
  if (different.size !== entries.length) throw new RangeError("two versions are the same key");
  return { current, keys };
}

/** As a file has them. */
export function writeKeyEncryptionKeys({ current, keys }: KeyEncryptionKeys): string {
  const texts = [...keys].map(([number, bytes]) => [number, bytes.toBase64()] as const);
  return `${JSON.stringify({ current, keys: Object.fromEntries(texts) }, null, 2)}\n`;
}

/** Keys that never change: those of the settings, of tests, of databases in memory. */
export function fixedKms(keys: KeyEncryptionKeys): Kms {
  return { keys: () => Promise.resolve(keys) };
}

/** One version, which goes with the master secret: what is in memory is gone with the process. */
export function memoryKms({ memoryKek }: { memoryKek: CryptoKey }): Kms {
  return {
    async keys() {
      return keyEncryptionKeys(1, [[1, await macOf(memoryKek, "1")]]);
    },
  };
}

/** Where it is and what is wrong there; what stands there is left out. */
function complaintOf({ issues: [issue] }: z.ZodError): string {
  const names = (issue?.path ?? []).map((part) => String(part)).join(".");
  return `${names === "" ? "it" : names}: ${issue?.message ?? "not what was asked for"}`;
}
