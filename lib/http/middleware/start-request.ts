// First of the chain: gives the request its services, its reference and its language.
import { readHeader } from "../../forms/header-inputs.ts";
import type { Context, Middleware } from "fresh";
import type { State } from "../define.ts";
import type { Services } from "../../assembly/services.ts";
import { actAs, type Acting } from "../../kernel/acting.ts";
import { edgeLanguage } from "../edge-language.ts";
import { senderOf } from "../sender-of.ts";
import { shortened } from "../session-origin.ts";
import { secureCookies } from "../../assembly/settings.ts";
import { failureReference } from "../../kernel/ids.ts";
import { DEFAULT_LOCALE, type Locale, LOCALES, parseLocale } from "../../kernel/locale.ts";

/** Cookie that keeps a person's language. Strictly necessary: it is set when they choose. */
export const LOCALE_COOKIE = "avanti-locale";
const LOCALE_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The language in an address, and in the cookies. */
const ASKED = new RegExp(`[?&]lang=(${LOCALES.join("|")})(?:&|#|$)`);
const KEPT = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(${LOCALES.join("|")})(?:;|$)`);

/** Puts services, language and reference on the request; a language in the URL is kept in a cookie. */
export function startRequest(services: Services): Middleware<State> {
  return async (ctx) => {
    const asked = askedLocale(ctx.req.url);
    ctx.state.services = services;
    ctx.state.requestId = failureReference(services.randomBytes);
    ctx.state.log = services.log.with({ requestId: ctx.state.requestId });
    ctx.state.locale = askedLocale(ctx.req.url) ?? edgeLanguage(ctx.req.headers) ??
      requestLocale(ctx.req.url, readHeader(ctx.req.headers, "cookie"));
    ctx.state.signedIn = null;
    ctx.state.operator = null;
    ctx.state.errorCode = "";
    ctx.state.limit = null;
    ctx.state.scriptSources = null;
    const response = await actAs(actingOf(ctx), () => ctx.next());
    if (isPage(response)) response.headers.set("content-language", ctx.state.locale);
    if (asked === null || isPublic(response)) return response;
    const cookie = localeCookie(asked, secureCookies(services.config));
    return withHeader(response, "set-cookie", cookie);
  };
}

/** Parameters of routes that are words of ours: what is done, not whose it is. */
const WORDS: ReadonlySet<string> = new Set(["action", "act", "kind"]);

/** Who asks for what, as far as that is known before the session is read. */
function actingOf(ctx: Context<State>): Acting {
  const pattern = ctx.route ?? "no route";
  const route = pattern.replace(/:(\w+)/g, (whole, name) => {
    const word = WORDS.has(name) ? ctx.params[name] ?? "" : "";
    return /^[a-z-]{1,30}$/.test(word) ? word : whole;
  });
  return {
    who: { kind: "guest" },
    command: `${ctx.req.method} ${route}`,
    network: shortened(senderOf(ctx)),
    reference: ctx.state.requestId,
  };
}

/** The language of whoever asks: that of the address, else what they chose before. */
export function requestLocale(url: string, cookies: string | null): Locale {
  return askedLocale(url) ?? cookieLocale(cookies) ?? DEFAULT_LOCALE;
}

function isPage(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/html") ?? false;
}

/** What a cache may give to others must not choose their language. */
function isPublic(response: Response): boolean {
  return response.headers.get("cache-control")?.includes("public") ?? false;
}

/** The language of `?lang=`, or null. */
function askedLocale(url: string): Locale | null {
  return parseLocale(ASKED.exec(url)?.[1]);
}

function cookieLocale(cookies: string | null): Locale | null {
  return cookies === null ? null : parseLocale(KEPT.exec(cookies)?.[1]);
}

function localeCookie(locale: Locale, secure: boolean): string {
  const life = `Path=/; Max-Age=${LOCALE_COOKIE_SECONDS}; HttpOnly; SameSite=Lax`;
  return `${LOCALE_COOKIE}=${locale}; ${life}${secure ? "; Secure" : ""}`;
}

/** The response with one more header, also when its own headers cannot be changed. */
function withHeader(response: Response, name: string, value: string): Response {
  try {
    response.headers.append(name, value);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    copy.headers.append(name, value);
    return copy;
  }
}
