// `@std/crypto/crypto`: Web Crypto with more digest algorithms, also of streams and synchronously.
import { createHash, type Hash } from "node:crypto";

/** Every algorithm name of the interface; some are refused, see `digest()`. */
export const DIGEST_ALGORITHM_NAMES = [
  "BLAKE2B",
  "BLAKE2B-128",
  "BLAKE2B-160",
  "BLAKE2B-224",
  "BLAKE2B-256",
  "BLAKE2B-384",
  "BLAKE2S",
  "BLAKE3",
  "KECCAK-224",
  "KECCAK-256",
  "KECCAK-384",
  "KECCAK-512",
  "SHA-384",
  "SHA3-224",
  "SHA3-256",
  "SHA3-384",
  "SHA3-512",
  "SHAKE128",
  "SHAKE256",
  "TIGER",
  "RIPEMD-160",
  "SHA-224",
  "SHA-256",
  "SHA-512",
  "MD4",
  "MD5",
  "SHA-1",
  "FNV32",
  "FNV32A",
  "FNV64",
  "FNV64A",
] as const;

/** Names that `crypto.subtle.digest()` knows. */
export type DigestAlgorithmName = typeof DIGEST_ALGORITHM_NAMES[number];

/** An algorithm with the length of its digest in bytes; only SHAKE128 and SHAKE256 have any. */
export type DigestAlgorithmObject = {
  name: DigestAlgorithmName;
  length?: number;
};

/** A digest algorithm by name or as an object. */
export type DigestAlgorithm = DigestAlgorithmName | DigestAlgorithmObject;

/** Web Crypto's subtle interface whose digest also takes parts and further algorithms. */
export interface StdSubtleCrypto extends SubtleCrypto {
  /**
   * The digest of `data`. Rejects with a NotSupportedError that names an algorithm which the
   * runtime does not have: the shorter BLAKE2B, BLAKE3, KECCAK, TIGER and FNV.
   */
  digest(
    algorithm: DigestAlgorithm,
    data: BufferSource | AsyncIterable<BufferSource> | Iterable<BufferSource>,
  ): Promise<ArrayBuffer>;
  /** The same at once; throws TypeError for an algorithm that is not there. */
  digestSync(algorithm: DigestAlgorithm, data: BufferSource | Iterable<BufferSource>): ArrayBuffer;
}

/** Web Crypto with {@linkcode StdSubtleCrypto}. */
export interface StdCrypto extends Crypto {
  readonly subtle: StdSubtleCrypto;
}

interface NodeAlgorithm {
  readonly node: string;
  /** Of the digest, in bytes. */
  readonly length: number;
  readonly isExtendable?: true;
}

/** The algorithms that are there, and what the runtime calls them. */
const AVAILABLE: Readonly<Partial<Record<DigestAlgorithmName, NodeAlgorithm>>> = {
  "BLAKE2B": { node: "blake2b512", length: 64 },
  "BLAKE2S": { node: "blake2s256", length: 32 },
  "MD4": { node: "md4", length: 16 },
  "MD5": { node: "md5", length: 16 },
  "RIPEMD-160": { node: "ripemd160", length: 20 },
  "SHA-1": { node: "sha1", length: 20 },
  "SHA-224": { node: "sha224", length: 28 },
  "SHA-256": { node: "sha256", length: 32 },
  "SHA-384": { node: "sha384", length: 48 },
  "SHA-512": { node: "sha512", length: 64 },
  "SHA3-224": { node: "sha3-224", length: 28 },
  "SHA3-256": { node: "sha3-256", length: 32 },
  "SHA3-384": { node: "sha3-384", length: 48 },
  "SHA3-512": { node: "sha3-512", length: 64 },
  "SHAKE128": { node: "shake128", length: 32, isExtendable: true },
  "SHAKE256": { node: "shake256", length: 64, isExtendable: true },
};

/** Web Crypto has them itself, for data in one piece, and knows no length. */
const WEB_ALGORITHMS: readonly string[] = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];

// What the original's digests can hold.
const MAX_LENGTH = 0x7fff_ffff;

const web = globalThis.crypto;

const subtle = bound(web.subtle, { digest, digestSync }) as StdSubtleCrypto;

/** Web Crypto, extended. */
export const crypto: StdCrypto = bound(web, { subtle }) as StdCrypto;

async function digest(
  algorithm: DigestAlgorithm,
  data: BufferSource | AsyncIterable<BufferSource> | Iterable<BufferSource>,
): Promise<ArrayBuffer> {
  const { name, length } = normalized(algorithm);
  const isWebs = WEB_ALGORITHMS.includes(name) || !isKnown(name);
  if (isWebs && (isBytes(data) || !isKnown(name))) {
    return await web.subtle.digest(name, data as BufferSource);
  }
  if (isKnown(name) && AVAILABLE[name] === undefined) {
    throw new DOMException(`${name} is not implemented`, "NotSupportedError");
  }
  if (!isBytes(data) && !isIterable(data) && isAsyncIterable(data)) {
    const hash = hashOf(name, length);
    for await (const part of data) hash.update(bytesOf(part));
    return toBuffer(hash);
  }
  if (!isBytes(data) && !isIterable(data)) {
    throw new TypeError("data must be a BufferSource or [Async]Iterable<BufferSource>");
  }
  return digestParts(name, length, data);
}

function digestSync(
  algorithm: DigestAlgorithm,
  data: BufferSource | Iterable<BufferSource>,
): ArrayBuffer {
  const { name, length } = normalized(algorithm);
  if (!isBytes(data) && !isIterable(data)) {
    throw new TypeError("data must be a BufferSource or Iterable<BufferSource>");
  }
  return digestParts(name, length, data);
}

function digestParts(
  name: string,
  length: number | undefined,
  data: BufferSource | Iterable<BufferSource>,
): ArrayBuffer {
  const hash = hashOf(name, length);
  for (const part of isBytes(data) ? [data] : data) hash.update(bytesOf(part));
  return toBuffer(hash);
}

function hashOf(name: string, length: number | undefined): Hash {
  const algorithm = isKnown(name) ? AVAILABLE[name] : undefined;
  if (algorithm === undefined) throw new TypeError(`unsupported algorithm: ${name}`);
  const wanted = length ?? algorithm.length;
  if (algorithm.isExtendable) return createHash(algorithm.node, { outputLength: wanted });
  if (wanted !== algorithm.length) {
    throw new TypeError(
      `${name}: non-default length specified for non-extendable algorithm`,
    );
  }
  return createHash(algorithm.node);
}

function normalized(algorithm: DigestAlgorithm): { name: string; length: number | undefined } {
  const { name, length } = typeof algorithm === "string"
    ? { name: algorithm, length: undefined }
    : algorithm;
  if (length !== undefined && (!Number.isInteger(length) || length < 0 || length > MAX_LENGTH)) {
    throw new RangeError(`length must be an integer between 0 and ${MAX_LENGTH}, inclusive`);
  }
  return { name: name.toUpperCase(), length };
}

function isKnown(name: string): name is DigestAlgorithmName {
  return DIGEST_ALGORITHM_NAMES.some((known) => known === name);
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

function isBytes(data: unknown): data is BufferSource {
  return ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
}

function isIterable(data: object): data is Iterable<BufferSource> {
  return Symbol.iterator in data;
}

function isAsyncIterable(data: object): data is AsyncIterable<BufferSource> {
  return Symbol.asyncIterator in data;
}

function bytesOf(data: BufferSource): Uint8Array {
  if (!isBytes(data)) {
    throw new TypeError("Cannot digest the data: A chunk is not ArrayBuffer nor ArrayBufferView");
  }
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

function toBuffer(hash: Hash): ArrayBuffer {
  return new Uint8Array(hash.digest()).buffer;
}
