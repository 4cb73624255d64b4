// `@std/crypto/timing-safe-equal`.
import { timingSafeEqual as compare } from "node:crypto";

/**
 * Whether `a` and `b` hold the same bytes, in a time that does not depend on where they differ.
 * Throws TypeError when their lengths differ: compare digests, whose length is known.
 */
export function timingSafeEqual(
  a: ArrayBufferView | ArrayBufferLike,
  b: ArrayBufferView | ArrayBufferLike,
): boolean {
  if (a.byteLength !== b.byteLength) {
    throw new TypeError(
      `Cannot compare buffers of different byte lengths (${a.byteLength} vs ${b.byteLength})`,
    );
  }
  return compare(bytesOf(a), bytesOf(b));
}

function bytesOf(value: ArrayBufferView | ArrayBufferLike): Uint8Array {
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
}
