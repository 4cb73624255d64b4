// Cookies as `@std/http` has them.

/** A cookie and how it is set. */
export interface Cookie {
  name: string;
  value: string;
  /** When it ends: a date, or milliseconds since 1970. */
  expires?: Date | number;
  /** Seconds until it ends. */
  maxAge?: number;
  domain?: string;
  path?: string;
  secure?: boolean;
  httpOnly?: boolean;
  partitioned?: boolean;
  sameSite?: "Strict" | "Lax" | "None";
  /** Further attributes, as they are written. */
  unparsed?: string[];
}

const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
const VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const ATTRIBUTE = /^[\x20-\x3a\x3c-\x7e]*$/;

/** Adds `Set-Cookie` to the headers. Throws TypeError for what would set another cookie than was meant. */
export function setCookie(headers: Headers, cookie: Cookie): void {
  if (!NAME.test(cookie.name)) throw new TypeError(`Invalid cookie name: "${cookie.name}"`);
  if (!VALUE.test(cookie.value)) throw new TypeError(`Invalid value of cookie "${cookie.name}"`);
  const attributes = attributesOf(prefixed(cookie));
  for (const attribute of attributes) {
    if (!ATTRIBUTE.test(attribute)) {
      throw new TypeError(`Invalid attribute of cookie "${cookie.name}"`);
    }
  }
  headers.append("set-cookie", [`${cookie.name}=${cookie.value}`, ...attributes].join("; "));
}

/** Adds a `Set-Cookie` that removes the cookie of that name, path and domain. */
export function deleteCookie(
  headers: Headers,
  name: string,
  { path, domain }: Pick<Cookie, "path" | "domain">,
): void {
  const where = {
    ...(path === undefined ? {} : { path }),
    ...(domain === undefined ? {} : { domain }),
  };
  setCookie(headers, { name, value: "", expires: 0, ...where });
}

/**
 * The value of a cookie in a request, or undefined. A name that comes twice is nobody's: a neighbouring host can set a
 * second one, and which comes first is theirs to choose.
 */
export function readCookie(headers: Headers, name: string): string | undefined {
  const found = (headers.get("cookie") ?? "").split(";").map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  return found.length === 1 && found[0] !== "" ? found[0] : undefined;
}

/** What browsers ask of names that begin so. */
function prefixed(cookie: Cookie): Cookie {
  if (cookie.name.startsWith("__Host-")) {
    const { domain: _domain, ...rest } = cookie;
    return { ...rest, secure: true, path: "/" };
  }
  return cookie.name.startsWith("__Secure-") ? { ...cookie, secure: true } : cookie;
}

function attributesOf(cookie: Cookie): string[] {
  const { maxAge, domain, sameSite, path, expires } = cookie;
  return [
    ...(cookie.secure ? ["Secure"] : []),
    ...(cookie.httpOnly ? ["HttpOnly"] : []),
    ...(cookie.partitioned ? ["Partitioned"] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
    ...(path === undefined ? [] : [`Path=${path}`]),
    ...(expires === undefined ? [] : [`Expires=${new Date(expires).toUTCString()}`]),
    ...(cookie.unparsed ?? []),
  ];
}
