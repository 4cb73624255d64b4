// `@std/crypto`: Web Crypto with more digest algorithms, and a comparison for secrets.
import { createHash } from "node:crypto";

export { timingSafeEqual } from "./timing-safe-equal.ts";

/** Digest algorithms beyond Web Crypto's, and the names that the runtime knows them by. */
const FURTHER_ALGORITHMS = {
  "BLAKE2B": "blake2b512",
  "BLAKE2S": "blake2s256",
  "MD5": "md5",
  "RIPEMD-160": "ripemd160",
  "SHA-224": "sha224",
  "SHA3-224": "sha3-224",
  "SHA3-256": "sha3-256",
  "SHA3-384": "sha3-384",
  "SHA3-512": "sha3-512",
} as const;

const WEB_ALGORITHMS = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"] as const;

/** Names that `crypto.subtle.digest()` accepts. */
export type DigestAlgorithmName =
  | keyof typeof FURTHER_ALGORITHMS
  | typeof WEB_ALGORITHMS[number];

/** A digest algorithm by name or as an object with its name. */
export type DigestAlgorithm = DigestAlgorithmName | { name: DigestAlgorithmName };

type Bytes = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
type Source = Bytes | Iterable<Bytes> | AsyncIterable<Bytes>;

/** Web Crypto's subtle interface whose digest also takes streams and further algorithms. */
export interface StdSubtleCrypto extends SubtleCrypto {
  digest(
    algorithm: DigestAlgorithm | AlgorithmIdentifier,
    data: BufferSource | Source,
  ): Promise<ArrayBuffer>;
  digestSync(algorithm: DigestAlgorithm, data: Bytes | Iterable<Bytes>): ArrayBuffer;
}

/** Web Crypto with {@linkcode StdSubtleCrypto}. */
export interface StdCrypto extends Crypto {
  readonly subtle: StdSubtleCrypto;
}

const web = globalThis.crypto;

const subtle = bound(web.subtle, { digest, digestSync }) as StdSubtleCrypto;

/** Web Crypto, extended. */
export const crypto: StdCrypto = bound(web, { subtle }) as StdCrypto;

async function digest(
  algorithm: DigestAlgorithm | AlgorithmIdentifier,
  data: BufferSource | Source,
): Promise<ArrayBuffer> {
  const name = nameOf(algorithm);
  if (isBytes(data) && WEB_ALGORITHMS.some((known) => known === name)) {
    return await web.subtle.digest(name, data);
  }
  const hash = createHash(nodeName(name));
  if (isBytes(data)) hash.update(bytesOf(data));
  else for await (const part of data) hash.update(bytesOf(part));
  return toBuffer(hash.digest());
}

function digestSync(algorithm: DigestAlgorithm, data: Bytes | Iterable<Bytes>): ArrayBuffer {
  const hash = createHash(nodeName(nameOf(algorithm)));
  for (const part of isBytes(data) ? [data] : data) hash.update(bytesOf(part));
  return toBuffer(hash.digest());
}

// Methods of Web Crypto insist on their own object as `this`.
function bound<T extends object>(target: T, extra: object): T {
  return new Proxy(target, {
    get(object, key) {
      if (Object.hasOwn(extra, key)) return Reflect.get(extra, key);
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

function nameOf(algorithm: DigestAlgorithm | AlgorithmIdentifier): string {
  return (typeof algorithm === "string" ? algorithm : algorithm.name).toUpperCase();
}

function nodeName(name: string): string {
  if (Object.hasOwn(FURTHER_ALGORITHMS, name)) {
    return FURTHER_ALGORITHMS[name as keyof typeof FURTHER_ALGORITHMS];
  }
  if (WEB_ALGORITHMS.some((known) => known === name)) return name.replace("-", "").toLowerCase();
  throw new DOMException(`Unknown digest algorithm ${name}`, "NotSupportedError");
}

function isBytes(data: BufferSource | Source): data is Bytes {
  return ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
}

function bytesOf(data: Bytes): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
