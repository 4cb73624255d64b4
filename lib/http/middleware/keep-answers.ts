// Tells caches what they may do with an answer, by the class of its route: the one place where anything becomes public.
import type { Context, Middleware } from "fresh";
import { readHeader } from "../../forms/header-inputs.ts";
import { parseLocale } from "../../kernel/locale.ts";
import {
  cacheControl,
  edgeControl,
  KEPT_BY_NOBODY,
  KEPT_BY_READER,
  type SharedClass,
} from "../cache-classes.ts";
import type { State } from "../define.ts";
import { EDGE_LANGUAGE } from "../edge-language.ts";
import { entityTag, isKnownBy } from "../entity-tag.ts";
import { hashedScripts } from "../hashed-scripts.ts";
import { ROUTE_RULES } from "../route-table.ts";
import { addVary } from "../vary.ts";

/** What an answer says of whoever asked, or of this one answer, and so never to others. */
const OF_ONE_ANSWER = ["ratelimit", "ratelimit-policy", "server-timing"];

/**
 * Outside the policy with the nonce. What is to be shared gets its class, its keys and a tag; what is not is never
 * public, whoever said so further in.
 */
export function keepAnswers(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const kept = ROUTE_RULES[ctx.route ?? ""]?.kept ?? KEPT_BY_NOBODY;
    if (kept.by !== "everybody" || !isLook(ctx.req) || response.status !== 200) {
      return keptFromOthers(response);
    }
    // A page that is being developed changes without a release.
    if (kept.isPage && ctx.config.mode === "development") return keptFromOthers(response);
    return await asked(ctx, kept, response);
  };
}

function isLook({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** The last look before an answer leaves: `public`, and saying nothing, is for the routes of the table alone. */
function keptFromOthers(response: Response): Response {
  const { headers } = response;
  if (!/private|no-store/.test(headers.get("cache-control") ?? "")) {
    headers.set("cache-control", cacheControl(KEPT_BY_NOBODY));
  }
  return response;
}

async function asked(
  ctx: Context<State>,
  kept: SharedClass,
  response: Response,
): Promise<Response> {
  const { headers } = response;
  let text = await response.text();
  const { scriptSources } = ctx.state;
  const nonce = kept.isPage && scriptSources === null ? nonceOf(headers) : null;
  if (scriptSources !== null) headers.set("content-security-policy", `script-src ${scriptSources}`);
  if (nonce !== null) {
    const page = hashedScripts(text, nonce);
    if (page === null) return new Response(text, response);
    text = page.html;
    headers.set("content-security-policy", `script-src ${page.sources}`);
    // What it loads early would need the nonce.
    headers.delete("link");
  }
  const isShared = !headers.has("set-cookie") && mayBeShared(ctx, kept);
  if (isShared) share(headers, kept);
  else keepForReader(headers, kept);
  const tag = entityTag(text);
  headers.set("etag", tag);
  if (!isKnownBy(readHeader(ctx.req.headers, "if-none-match"), tag)) {
    return new Response(text, response);
  }
  // With all the headers of the page, its type too: whoever has it puts them in the place of those it came with, and the
  // policy follows from the type.
  return new Response(null, { status: 304, headers });
}

function nonceOf(headers: Headers): string | null {
  return /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? null;
}

/**
 * Who sends a cookie or a password asks as somebody. What is in a language is shared only where the address says which,
 * or a cache of ours, which took the cookies away; see `EDGE_LANGUAGE`.
 */
function mayBeShared({ req, url, state }: Context<State>, { isPage, keys }: SharedClass): boolean {
  const { searchParams: query } = url;
  if (!isPage) return !keys.includes("places") || parseLocale(query.get("locale")) !== null;
  if (
    readHeader(req.headers, "cookie") !== null || readHeader(req.headers, "authorization") !== null
  ) return false;
  const edge = readHeader(req.headers, EDGE_LANGUAGE);
  if (edge === null || edge !== state.locale) return false;
  const isPlain = [...query.keys()].every((name) => name === "lang");
  // What is said while something is down is over sooner than any cache forgets it.
  return isPlain && state.services.health.down().length === 0;
}

function share(headers: Headers, kept: SharedClass): void {
  for (const name of OF_ONE_ANSWER) headers.delete(name);
  headers.set("cache-control", cacheControl(kept));
  headers.set("cdn-cache-control", edgeControl(kept));
  headers.set("surrogate-key", kept.keys.join(" "));
  if (kept.isPage) headers.set("vary", EDGE_LANGUAGE);
  else headers.delete("vary");
}

function keepForReader(headers: Headers, { isPage, browserSeconds }: SharedClass): void {
  const own = isPage ? cacheControl(KEPT_BY_READER) : `private, max-age=${browserSeconds}`;
  headers.set("cache-control", own);
  addVary(headers, "Cookie");
}
