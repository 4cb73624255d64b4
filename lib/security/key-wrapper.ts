// Data keys as they are stored: wrapped with a key-encryption key, bound to their id and its version.
import { invariant } from "../kernel/invariant.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { gcmOpen, gcmSeal, IV_BYTES, TAG_BYTES } from "./aes-gcm.ts";
import type { KeyRing } from "./key-ring.ts";
import type { KekUses } from "./kek-uses.ts";
import { SealError } from "./seal-error.ts";

/** Bytes of a data key: AES-256. */
export const DATA_KEY_BYTES = 32;

const WRAPPED_BYTES = IV_BYTES + DATA_KEY_BYTES + TAG_BYTES;

/** A data key as it is stored. */
export interface WrappedKey {
  /** Base64: IV, ciphertext, tag. */
  wrapped: string;
  /** Version of the key-encryption key. */
  kek: number;
}

/** What wrapping needs. */
export interface KeyWrapperDeps {
  ring: Pick<KeyRing, "current" | "version">;
  /** Counts each wrapping, and knows which versions were retired. */
  uses: Pick<KekUses, "use" | "isRetired">;
  randomBytes: RandomBytes;
}

/** Wraps data keys with the current version, and unwraps those of any. */
export class KeyWrapper {
  readonly #deps: KeyWrapperDeps;

  constructor(deps: KeyWrapperDeps) {
    this.#deps = deps;
  }

  /** Wraps a data key with the current version. Throws GatewayError("kms") where the keys were never had. */
  async wrap(keyId: string, dataKey: Uint8Array): Promise<WrappedKey> {
    invariant(dataKey.length === DATA_KEY_BYTES, `A data key has ${DATA_KEY_BYTES} bytes`);
    const { version, key } = await this.#deps.ring.current();
    await this.#deps.uses.use(version);
    const iv = this.#deps.randomBytes(IV_BYTES);
    const sealed = gcmSeal({ key, iv, associated: placeOf(keyId, version) }, dataKey);
    const bytes = new Uint8Array(WRAPPED_BYTES);
    bytes.set(iv);
    bytes.set(sealed, IV_BYTES);
    return { wrapped: bytes.toBase64(), kek: version };
  }

  /** Unwraps a data key. Throws SealError: "retired-key", "key-unavailable", "malformed", "altered". */
  async unwrap(keyId: string, { wrapped, kek }: WrappedKey): Promise<Uint8Array> {
    const bytes = bytesOf(wrapped);
    const key = await this.#keyOf(kek);
    const iv = bytes.subarray(0, IV_BYTES);
    const associated = placeOf(keyId, kek);
    const dataKey = gcmOpen({ key, iv, associated }, bytes.subarray(IV_BYTES));
    if (dataKey === null) throw new SealError("altered");
    return dataKey;
  }

  async #keyOf(version: number): Promise<Uint8Array> {
    try {
      return await this.#deps.ring.version(version);
    } catch (cause) {
      if (!(cause instanceof SealError) || !await this.#deps.uses.isRetired(version)) throw cause;
      throw new SealError("retired-key", { cause });
    }
  }
}

function bytesOf(wrapped: string): Uint8Array {
  try {
    const bytes = Uint8Array.fromBase64(wrapped);
    if (bytes.length === WRAPPED_BYTES) return bytes;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SealError("malformed");
}

/** Each part with its length before it: no two places are written alike. */
function placeOf(keyId: string, version: number): Uint8Array {
  const parts = ["avanti", "subjectKey", keyId, String(version)];
  return new TextEncoder().encode(parts.map((part) => `${part.length}:${part}`).join(","));
}
