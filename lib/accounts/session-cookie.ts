// The cookies of signing in: the session, the way halfway to it, and that somebody signed in here before.
import { readHeader } from "../forms/header-inputs.ts";
import { HALFWAY_MINUTES } from "./credentials.ts";
import { clearCookie, type OwnCookie, readCookie, setCookie } from "./own-cookie.ts";
import { CHALLENGE_MINUTES } from "./passkey.ts";
import { CODE_MINUTES, GUEST_HOURS } from "./sent-code.ts";
import type { Session } from "./session.ts";

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const SESSION: OwnCookie = { name: "avanti-session", pattern: SECRET };
const HALFWAY: OwnCookie = { name: "avanti-halfway", pattern: SECRET };
const DEVICE: OwnCookie = {
  name: "avanti-device",
  pattern: /^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/,
};

const CODE: OwnCookie = { name: "avanti-code", pattern: SECRET };
const PASSKEY: OwnCookie = { name: "avanti-passkey", pattern: SECRET };
const GUEST: OwnCookie = { name: "avanti-guest", pattern: SECRET };

/** Name of the session's cookie on plain http; over https a prefix stands before it. */
export const PLAIN_COOKIE = SESSION.name;
/** Sessions that may be silent for longer than this, in minutes, outlive the browser. */
const KEPT_FROM_MINUTES = 24 * 60;
/** How long a device is known, in seconds: a year. */
const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/**
 * `Set-Cookie` for a new session. Staff's dies with the browser and comes from no other site; a customer's stays as
 * long as the session, and is there when they follow a link in a mail.
 */
export function sessionCookie(
  secret: string,
  session: Pick<Session, "idleMinutes" | "createdAt" | "absoluteExpiresAt">,
  secure: boolean,
): string {
  if (session.idleMinutes < KEPT_FROM_MINUTES) {
    return setCookie(SESSION, secret, { secure, sameSite: "Strict" });
  }
  const seconds = (Date.parse(session.absoluteExpiresAt) - Date.parse(session.createdAt)) / 1_000;
  const maxAgeSeconds = Math.floor(seconds);
  return setCookie(SESSION, secret, { secure, sameSite: "Lax", maxAgeSeconds });
}

/** `Set-Cookie` that removes the session's cookie. */
export function clearedSessionCookie(secure: boolean): string {
  return clearCookie(SESSION, secure);
}

/** The session's secret in a request, or null. */
export function sessionSecret(headers: Headers, secure: boolean): string | null {
  return readCookie(SESSION, headers, secure);
}

/** True when a request carries a session, or something that calls itself one. */
export function carriesSession(headers: Headers): boolean {
  const cookies = readHeader(headers, "cookie") ?? "";
  return [SESSION, HALFWAY].some(({ name }) => cookies.includes(`${name}=`));
}

/** `Set-Cookie` for the token of a sign-in between its factors. */
export function halfwayCookie(token: string, secure: boolean): string {
  const maxAgeSeconds = HALFWAY_MINUTES * 60;
  return setCookie(HALFWAY, token, { secure, sameSite: "Strict", maxAgeSeconds });
}

/** `Set-Cookie` that removes it. */
export function clearedHalfwayCookie(secure: boolean): string {
  return clearCookie(HALFWAY, secure);
}

/** The token of a sign-in between its factors, or null. */
export function halfwayToken(headers: Headers, secure: boolean): string | null {
  return readCookie(HALFWAY, headers, secure);
}

/** `Set-Cookie` for the token a code was sent for. */
export function codeCookie(token: string, secure: boolean): string {
  return setCookie(CODE, token, { secure, sameSite: "Lax", maxAgeSeconds: CODE_MINUTES * 60 });
}

/** `Set-Cookie` that removes it. */
export function clearedCodeCookie(secure: boolean): string {
  return clearCookie(CODE, secure);
}

/** The token a code was sent for, or null. */
export function codeToken(headers: Headers, secure: boolean): string | null {
  return readCookie(CODE, headers, secure);
}

/** `Set-Cookie` for the token a passkey was asked for by. */
export function passkeyCookie(token: string, secure: boolean): string {
  const maxAgeSeconds = CHALLENGE_MINUTES * 60;
  return setCookie(PASSKEY, token, { secure, sameSite: "Strict", maxAgeSeconds });
}

/** The token a passkey was asked for by; "" when none was. */
export function passkeyToken(headers: Headers, secure: boolean): string {
  return readCookie(PASSKEY, headers, secure) ?? "";
}

/** `Set-Cookie` for what a guest has shown; it is there when they follow a link in a mail. */
export function guestCookie(token: string, secure: boolean): string {
  return setCookie(GUEST, token, { secure, sameSite: "Lax", maxAgeSeconds: GUEST_HOURS * 3_600 });
}

/** `Set-Cookie` that removes it. */
export function clearedGuestCookie(secure: boolean): string {
  return clearCookie(GUEST, secure);
}

/** The token of what a guest has shown, or null. */
export function guestToken(headers: Headers, secure: boolean): string | null {
  return readCookie(GUEST, headers, secure);
}

/** `Set-Cookie` for the mark of a device somebody signed in on. */
export function deviceCookie(mark: string, secure: boolean): string {
  return setCookie(DEVICE, mark, { secure, sameSite: "Lax", maxAgeSeconds: DEVICE_SECONDS });
}

/** The mark of the device a request comes from, or null. */
export function deviceMarkOf(headers: Headers, secure: boolean): string | null {
  return readCookie(DEVICE, headers, secure);
}
