// Cookies of the product's own: bound to the host, out of reach of scripts, and read with suspicion.
import { readHeader } from "../forms/header-inputs.ts";

/** A cookie by its bare name. */
export interface OwnCookie {
  /** Without the prefix: `avanti-session`. */
  name: string;
  /** What a value looks like; anything else is none. */
  pattern: RegExp;
}

/** How a cookie is set. */
export interface CookieLife {
  /** Over https; a developer's own machine has none. */
  secure: boolean;
  /** `Strict` is not sent when somebody comes from another site, such as a mail. */
  sameSite: "Strict" | "Lax";
  /** Absent: it dies with the browser. */
  maxAgeSeconds?: number;
}

/** `Set-Cookie` of a value. */
export function setCookie({ name }: OwnCookie, value: string, life: CookieLife): string {
  const age = life.maxAgeSeconds === undefined ? "" : `; Max-Age=${life.maxAgeSeconds}`;
  const secure = life.secure ? "; Secure" : "";
  return `${
    fullName(name, life.secure)
  }=${value}; Path=/; HttpOnly; SameSite=${life.sameSite}${age}${secure}`;
}

/** `Set-Cookie` that removes it. */
export function clearCookie(cookie: OwnCookie, secure: boolean): string {
  return setCookie(cookie, "", { secure, sameSite: "Strict", maxAgeSeconds: 0 });
}

/** The value a request carries, or null. A name that comes twice is nobody's: null. */
export function readCookie(
  { name, pattern }: OwnCookie,
  headers: Headers,
  secure: boolean,
): string | null {
  const wanted = `${fullName(name, secure)}=`;
  const found = (readHeader(headers, "cookie") ?? "").split(";").map((part) => part.trim())
    .filter((part) => part.startsWith(wanted)).map((part) => part.slice(wanted.length));
  const [value] = found;
  return found.length === 1 && value !== undefined && pattern.test(value) ? value : null;
}

/** Prefixed where the connection is encrypted: the browser then refuses it from anywhere but this host. */
function fullName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
