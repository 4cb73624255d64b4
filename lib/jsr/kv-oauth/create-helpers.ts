// The four functions of one provider.
import { type Cookie, deleteCookie, readCookie, setCookie } from "./cookies.ts";
import { departure, type OAuth2ClientConfig, type Tokens, tokensOf } from "./oauth-client.ts";
import {
  endSiteSession,
  isSiteSession,
  keepOAuthSession,
  keepSiteSession,
  takeOAuthSession,
} from "./sessions.ts";
import { successUrl } from "./success-url.ts";

/** How a sign-in is begun. */
export interface SignInOptions {
  /** Added to the address of the provider: `{ access_type: "offline" }`. */
  urlParams?: Record<string, string>;
}

/** How sessions are kept. */
export interface CreateHelpersOptions {
  /** What is another about the cookie of the session. */
  cookieOptions?: Partial<Cookie>;
}

/** The functions; each can be taken by itself. */
export interface Helpers {
  /** Sends somebody to the provider. */
  signIn(request: Request, options?: SignInOptions): Promise<Response>;
  /** Ends the sign-in of who comes back. Rejects when it cannot; `clearedCookieOf` has the cookie to send then. */
  handleCallback(
    request: Request,
  ): Promise<{ response: Response; sessionId: string; tokens: Tokens }>;
  /** Ends the session. */
  signOut(request: Request): Promise<Response>;
  /** The session of a request, or undefined. */
  getSessionId(request: Request): Promise<string | undefined>;
}

const OAUTH_COOKIE = "oauth-session";
const SITE_COOKIE = "site-session";
/** How long a sign-in may take, in seconds. */
const OAUTH_SECONDS = 10 * 60;
/** How long a session lasts, in seconds. */
const SITE_SECONDS = 90 * 24 * 60 * 60;
const BASE = { path: "/", httpOnly: true, sameSite: "Lax" } as const;

const cleared = new WeakMap<object, string>();

/** `Set-Cookie` for the answer to a callback that failed: the cookie of its sign-in is good for nothing more. */
export function clearedCookieOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null ? cleared.get(error) : undefined;
}

/** Makes the functions of one provider. */
export function createHelpers(
  oauthConfig: OAuth2ClientConfig,
  options?: CreateHelpersOptions,
): Helpers {
  const cookieOptions = options?.cookieOptions ?? {};
  return {
    signIn: (request, { urlParams = {} } = {}) => signIn(oauthConfig, request, urlParams),
    handleCallback: (request) => handleCallback(oauthConfig, cookieOptions, request),
    signOut: (request) => signOut(cookieOptions, request),

    async getSessionId(request) {
      const id = readCookie(request.headers, siteName(cookieOptions, request));
      return id !== undefined && await isSiteSession(id) ? id : undefined;
    },
  };
}

async function signIn(
  config: OAuth2ClientConfig,
  request: Request,
  urlParams: Record<string, string>,
): Promise<Response> {
  const { uri, state, codeVerifier } = await departure(config, urlParams);
  const id = crypto.randomUUID();
  const session = { state, codeVerifier, successUrl: successUrl(request) };
  await keepOAuthSession(id, session, OAUTH_SECONDS * 1_000);
  const response = redirect(uri.toString());
  const name = nameFor(OAUTH_COOKIE, request);
  const secure = isHttps(request);
  setCookie(response.headers, { ...BASE, name, value: id, secure, maxAge: OAUTH_SECONDS });
  return response;
}

async function handleCallback(
  config: OAuth2ClientConfig,
  cookieOptions: Partial<Cookie>,
  request: Request,
) {
  const name = nameFor(OAUTH_COOKIE, request);
  const id = readCookie(request.headers, name);
  if (id === undefined) throw new Error("OAuth cookie not found");
  const headers = new Headers();
  deleteCookie(headers, name, { path: BASE.path });
  const clearing = headers.get("set-cookie") ?? "";
  try {
    const session = await takeOAuthSession(id);
    const tokens = await tokensOf(config, request.url, session);
    const begun = await beginSession(cookieOptions, request, session.successUrl);
    begun.response.headers.append("set-cookie", clearing);
    return { ...begun, tokens };
  } catch (error) {
    if (typeof error === "object" && error !== null) cleared.set(error, clearing);
    throw error;
  }
}

async function beginSession(cookieOptions: Partial<Cookie>, request: Request, to: string) {
  const sessionId = crypto.randomUUID();
  const response = redirect(to);
  const cookie: Cookie = {
    ...BASE,
    name: siteName(cookieOptions, request),
    secure: isHttps(request),
    maxAge: SITE_SECONDS,
    ...cookieOptions,
    value: sessionId,
  };
  setCookie(response.headers, cookie);
  await keepSiteSession(sessionId, cookie.maxAge ? cookie.maxAge * 1_000 : undefined);
  return { response, sessionId };
}

async function signOut(cookieOptions: Partial<Cookie>, request: Request): Promise<Response> {
  const response = redirect(successUrl(request));
  const name = siteName(cookieOptions, request);
  const id = readCookie(request.headers, name);
  if (id === undefined) return response;
  await endSiteSession(id);
  const { path = BASE.path, domain } = cookieOptions;
  const where = { path, ...(domain === undefined ? {} : { domain }) };
  deleteCookie(response.headers, name, where);
  return response;
}

function siteName({ name }: Partial<Cookie>, request: Request): string {
  return name ?? nameFor(SITE_COOKIE, request);
}

function isHttps({ url }: Request): boolean {
  return url.startsWith("https:");
}

/** Over https a name that browsers take from this host alone. */
function nameFor(name: string, request: Request): string {
  return isHttps(request) ? `__Host-${name}` : name;
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}
