// What a browser keeps of an identity that waits to be linked.
import { clearCookie, type OwnCookie, readCookie, setCookie } from "../own-cookie.ts";
import { FLOW_MINUTES } from "./identity.ts";

const PENDING: OwnCookie = { name: "avanti-identity", pattern: /^[A-Za-z0-9_-]{43}$/ };

/** `Set-Cookie` for its token. Lax: one comes back from another site with it. */
export function pendingCookie(token: string, secure: boolean): string {
  return setCookie(PENDING, token, { secure, sameSite: "Lax", maxAgeSeconds: FLOW_MINUTES * 60 });
}

/** `Set-Cookie` that removes it. */
export function clearedPendingCookie(secure: boolean): string {
  return clearCookie(PENDING, secure);
}

/** The token of a request, or null. */
export function pendingToken(headers: Headers, secure: boolean): string | null {
  return readCookie(PENDING, headers, secure);
}

const BROWSER: OwnCookie = { name: "avanti-way", pattern: /^[A-Za-z0-9_-]{43}$/ };

/** `Set-Cookie` by which a browser is known again that was sent to an issuer; one for all of its tabs. */
export function browserCookie(token: string, secure: boolean): string {
  return setCookie(BROWSER, token, { secure, sameSite: "Lax", maxAgeSeconds: FLOW_MINUTES * 60 });
}

/** Its token, or null. */
export function browserToken(headers: Headers, secure: boolean): string | null {
  return readCookie(BROWSER, headers, secure);
}
