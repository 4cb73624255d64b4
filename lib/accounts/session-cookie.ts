// The cookie that holds a session's secret.
import type { Session } from "./session.ts";

/** Prefixed where the connection is encrypted: the browser then refuses it from anywhere but this host. */
export const SECURE_COOKIE = "__Host-avanti-session";
/** On plain http, which only a developer's own machine uses; browsers refuse the prefix there. */
export const PLAIN_COOKIE = "avanti-session";

/** Sessions that may be silent for longer than this, in minutes, outlive the browser. */
const KEPT_FROM_MINUTES = 24 * 60;

/**
 * `Set-Cookie` for a new session. Staff's dies with the browser and comes from no other site; a customer's stays as
 * long as the session, and is there when they follow a link in a mail.
 */
export function sessionCookie(
  secret: string,
  session: Pick<Session, "idleMinutes" | "createdAt" | "absoluteExpiresAt">,
  secure: boolean,
): string {
  const isKept = session.idleMinutes >= KEPT_FROM_MINUTES;
  const seconds = (Date.parse(session.absoluteExpiresAt) - Date.parse(session.createdAt)) / 1_000;
  const life = isKept ? `; SameSite=Lax; Max-Age=${Math.floor(seconds)}` : "; SameSite=Strict";
  return `${name(secure)}=${secret}; Path=/; HttpOnly${life}${secure ? "; Secure" : ""}`;
}

/** `Set-Cookie` that removes the session's cookie. */
export function clearedSessionCookie(secure: boolean): string {
  return `${name(secure)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${
    secure ? "; Secure" : ""
  }`;
}

/** The secret in a request's cookies, or null. A name that comes twice is nobody's: null. */
export function sessionSecret(headers: Headers, secure: boolean): string | null {
  const wanted = `${name(secure)}=`;
  const found = (headers.get("cookie") ?? "").split(";").map((part) => part.trim())
    .filter((part) => part.startsWith(wanted)).map((part) => part.slice(wanted.length));
  const [secret] = found;
  return found.length === 1 && secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret)
    ? secret
    : null;
}

function name(secure: boolean): string {
  return secure ? SECURE_COOKIE : PLAIN_COOKIE;
}
