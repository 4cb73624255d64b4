// The token that proves a form was made for this session: HMAC over the session's id and a random part.
import { base64Url, type RandomBytes } from "../kernel/ids.ts";
import { isMac, macKey, macOf } from "../kernel/mac.ts";
import type { Session } from "./session.ts";

/** What of a session the token is made of. */
export type SessionKey = Pick<Session, "id" | "csrfSecret">;

/** Random bytes in front, so that the token differs on every page and compression reveals nothing. */
const NONCE_BYTES = 16;

/** A fresh token for the session. */
export async function makeFormToken(
  session: SessionKey,
  randomBytes: RandomBytes,
): Promise<string> {
  const nonce = base64Url(randomBytes(NONCE_BYTES));
  const mac = await macOf(await sessionKey(session), message(session, nonce));
  return `${nonce}.${base64Url(mac)}`;
}

/** True when the token was made for this session. The comparison takes constant time. */
export async function isFormToken(session: SessionKey, token: unknown): Promise<boolean> {
  if (typeof token !== "string") return false;
  const match = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(token);
  const [, nonce, mac] = match ?? [];
  if (nonce === undefined || mac === undefined) return false;
  const bytes = Uint8Array.fromBase64(mac, { alphabet: "base64url" });
  return await isMac(await sessionKey(session), bytes, message(session, nonce));
}

function message(session: SessionKey, nonce: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`form-token/1/${session.id}/${nonce}`);
}

function sessionKey(session: SessionKey): Promise<CryptoKey> {
  return macKey(new TextEncoder().encode(session.csrfSecret));
}
