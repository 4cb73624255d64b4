// The cookie that holds an operator's session secret.

/** Prefixed where the connection is encrypted: the browser then refuses it from anywhere but this host. */
export const SECURE_COOKIE = "__Host-avanti-operator";
/** On plain http, which only a developer's own machine uses; browsers refuse the prefix there. */
export const PLAIN_COOKIE = "avanti-operator";

/** `Set-Cookie` for a new session. A session cookie: it dies with the browser, the server's times rule. */
export function sessionCookie(secret: string, secure: boolean): string {
  return `${name(secure)}=${secret}; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
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
