// HMAC-SHA-256, in one place: whatever the product signs or hides with a key goes through here.

const HMAC = { name: "HMAC", hash: "SHA-256" };

/** What a mac is made of; a text as UTF-8. */
export type MacMessage = string | Uint8Array<ArrayBuffer>;

/** A key of any length, which cannot be taken out again. */
export function macKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, HMAC, false, ["sign", "verify"]);
}

/** The mac of a message, 32 bytes. */
export async function macOf(
  key: CryptoKey,
  message: MacMessage,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(HMAC.name, key, bytesOf(message)));
}

/** True when it is the whole mac of the message. The comparison takes constant time. */
export function isMac(
  key: CryptoKey,
  mac: Uint8Array<ArrayBuffer>,
  message: MacMessage,
): Promise<boolean> {
  return crypto.subtle.verify(HMAC.name, key, mac, bytesOf(message));
}

function bytesOf(message: MacMessage): Uint8Array<ArrayBuffer> {
  return typeof message === "string" ? new TextEncoder().encode(message) : message;
}
