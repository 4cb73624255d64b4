// A mark in the browser of somebody who signed in before: guessers elsewhere use up tries of their own, not this one's.
// See OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
import { base64Url, type RandomBytes } from "../kernel/ids.ts";
import { isMac, macOf } from "../kernel/mac.ts";

const NONCE_BYTES = 16;

/** A new mark for a device that `account` (a keyed hash of an address) signed in on. */
export async function deviceMark(
  key: CryptoKey,
  account: string,
  randomBytes: RandomBytes,
): Promise<string> {
  const nonce = base64Url(randomBytes(NONCE_BYTES));
  return `${nonce}.${base64Url(await macOf(key, message(account, nonce)))}`;
}

/** True when the account signed in on that device before. */
export async function isKnownDevice(
  key: CryptoKey,
  account: string,
  mark: string | null,
): Promise<boolean> {
  const [, nonce, mac] = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(mark ?? "") ?? [];
  if (nonce === undefined || mac === undefined) return false;
  const bytes = Uint8Array.fromBase64(mac, { alphabet: "base64url" });
  return await isMac(key, bytes, message(account, nonce));
}

function message(account: string, nonce: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`device/1/${account}/${nonce}`);
}
