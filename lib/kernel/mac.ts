// HMAC-SHA-256, in one place: whatever the product signs or hides with a key goes through here.
import { createHmac, KeyObject } from "node:crypto";

const HMAC = { name: "HMAC", hash: "SHA-256" };

/** What a mac is made of; a text as UTF-8. */
export type MacMessage = string | Uint8Array<ArrayBuffer>;

/** A key of any length, which cannot be taken out again. */
export function macKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, HMAC, false, ["sign", "verify"]);
}

/**
 * The mac of a message, 32 bytes. Made where it is asked for: WebCrypto hands some dozens of bytes to another thread, which
 * takes five times as long on a quiet machine and fifty times on a busy one, and a commit may need eighty of them.
 */
export function macOf(key: CryptoKey, message: MacMessage): Promise<Uint8Array<ArrayBuffer>> {
  const mac = createHmac("sha256", handleOf(key)).update(bytesOf(message)).digest();
  return Promise.resolve(new Uint8Array(mac));
}

/** True when it is the whole mac of the message. The comparison takes constant time. */
export function isMac(
  key: CryptoKey,
  mac: Uint8Array<ArrayBuffer>,
  message: MacMessage,
): Promise<boolean> {
  return crypto.subtle.verify(HMAC.name, key, mac, bytesOf(message));
}

/** Keys as the runtime's own HMAC takes them; they cannot be taken out of it either. */
const handles = new WeakMap<CryptoKey, KeyObject>();

function handleOf(key: CryptoKey): KeyObject {
  const known = handles.get(key);
  if (known !== undefined) return known;
  const handle = KeyObject.from(key);
  handles.set(key, handle);
  return handle;
}

function bytesOf(message: MacMessage): Uint8Array<ArrayBuffer> {
  return typeof message === "string" ? new TextEncoder().encode(message) : message;
}
