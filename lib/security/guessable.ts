// Secrets that a person or a template wrote instead of a machine.

/** Of 32 random bytes this many differ but once in 10^14 times; words, digits and repeated bytes have fewer. */
const MIN_DISTINCT_BYTES = 17;

/** True for a secret that a person or a template wrote: the same bytes again and again, or text. */
export function isGuessable(base64: string): boolean {
  const bytes = Uint8Array.fromBase64(base64);
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isText || new Set(bytes).size < MIN_DISTINCT_BYTES;
}
