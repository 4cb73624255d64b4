// How an entry travels through a network tier: what must be known of it, then its value as JSON, compressed where that pays.
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";
import type { LogHead } from "./network-tier.ts";

/** What must be known of an entry. Instants in epoch milliseconds, by the clock of whoever loaded it. */
export interface EntryFacts {
  stamp: LogHead;
  tags: readonly string[];
  freshUntil: number;
  staleUntil: number;
  errorUntil: number;
  /** How long it took to load, in milliseconds. */
  loadMs: number;
}

/** An entry as it is read. */
export interface EntryRead extends EntryFacts {
  value: unknown;
}

const facts = z.object({
  stamp: z.object({ epoch: z.string(), seq: z.int() }),
  tags: z.array(z.string()),
  freshUntil: z.number(),
  staleUntil: z.number(),
  errorUntil: z.number(),
  loadMs: z.number(),
});

/** Raised when the format changes: entries of another one are not read. */
const FORMAT = 1;
const PLAIN = 0;
/** Zstandard at its own level: of all at hand it is the fastest both ways above a few kilobytes, and within a tenth of the
 * smallest. */
const ZSTD = 1;
/** Bytes before the facts: format, codec, and the length of the facts. */
const HEAD_BYTES = 6;
/** Nothing larger was ever written; a larger one is damaged. */
export const MAX_VALUE_BYTES = 4 * 1_024 * 1_024;

/** An entry as bytes; null when its value is larger than `maxBytes` or has no form in JSON. */
export function encodeEntry(
  { value, ...of }: EntryRead,
  { maxBytes, compressFromBytes }: { maxBytes: number; compressFromBytes: number },
): Uint8Array<ArrayBuffer> | null {
  const text = JSON.stringify(value);
  if (text === undefined) return null;
  const body = new TextEncoder().encode(text);
  if (body.length > Math.min(maxBytes, MAX_VALUE_BYTES)) return null;
  const isLarge = body.length >= compressFromBytes;
  const packed = isLarge ? zstdCompressSync(body) : body;
  const head = new TextEncoder().encode(JSON.stringify(of));
  const bytes = new Uint8Array(HEAD_BYTES + head.length + packed.length);
  bytes[0] = FORMAT;
  bytes[1] = isLarge ? ZSTD : PLAIN;
  new DataView(bytes.buffer).setUint32(2, head.length);
  bytes.set(head, HEAD_BYTES);
  bytes.set(packed, HEAD_BYTES + head.length);
  return bytes;
}

/** Reads one; null for what was not written so. */
export function decodeEntry(bytes: Uint8Array<ArrayBuffer>): EntryRead | null {
  if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2);
  const body = bytes.subarray(HEAD_BYTES + length);
  try {
    const head = facts.parse(JSON.parse(textOf(bytes.subarray(HEAD_BYTES, HEAD_BYTES + length))));
    const plain = bytes[1] === ZSTD
      ? zstdDecompressSync(body, { maxOutputLength: MAX_VALUE_BYTES })
      : body;
    return { ...head, value: JSON.parse(textOf(plain)) };
  } catch {
    // Whatever is wrong with it, there is nothing to be had: it is loaded anew.
    return null;
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
