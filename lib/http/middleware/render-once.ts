// Pages that everybody gets alike are rendered once, and given to whoever asks without saying who they are.
import type { Context, Middleware } from "fresh";
import { CacheCategory } from "../../cache/category.ts";
import { readHeader } from "../../forms/header-inputs.ts";
import { localDate } from "../../kernel/wall-time.ts";
import type { SharedClass } from "../cache-classes.ts";
import type { State } from "../define.ts";
import { hashedScripts } from "../hashed-scripts.ts";
import { ROUTE_RULES } from "../route-table.ts";

/** A page without a word that is of one answer: its scripts are named by their hashes. */
interface KeptPage {
  html: string;
  sources: string;
  headers: [name: string, value: string][];
}

const SECOND_MS = 1_000;
/** No question at all, or a language. */
const PLAIN_QUESTION = /^(?:\?lang=\w+)?$/;
/** What a page loads early would need its nonce; its policy is written further out. */
const OF_ONE_ANSWER = ["link", "content-security-policy"];

/**
 * The last before the routes, so that whoever counts, limits and refuses requests sees each of them. For as long as the
 * class of the route lets a cache in front keep the page.
 */
export function renderOnce(): Middleware<State> {
  return async (ctx) => {
    const kept = sharedPage(ctx);
    if (kept === null) return await ctx.next();
    const key = { category: CacheCategory.PAGE, id: await pageId(ctx) };
    const times = { ttlMs: kept.edgeSeconds * SECOND_MS, staleMs: kept.staleSeconds * SECOND_MS };
    let own: Response | null = null;
    const load = async () => {
      own = await ctx.next();
      return await pageOf(own);
    };
    try {
      const page = await ctx.state.services.cache.get(key, load, times);
      return own ?? answerOf(ctx, page);
    } catch (error) {
      if (error instanceof NotKept) return own ?? await ctx.next();
      throw error;
    }
  };
}

/** The class of a page that says nothing of whoever asks for it; null of every other answer. */
function sharedPage({ req, route, url, state, config }: Context<State>): SharedClass | null {
  const kept = ROUTE_RULES[route ?? ""]?.kept;
  if (kept?.by !== "everybody" || !kept.isPage || req.method !== "GET") return null;
  const isSomebody = readHeader(req.headers, "cookie") !== null ||
    readHeader(req.headers, "authorization") !== null;
  const isPlain = PLAIN_QUESTION.test(url.search);
  const isWell = state.services.health.down().length === 0;
  // A page that is being developed changes without a release.
  const isFinished = config.mode !== "development";
  return !isSomebody && isPlain && isWell && isFinished ? kept : null;
}

/** Everything a page of a shared class is made of. */
async function pageId({ url, state: { locale, services } }: Context<State>): Promise<string> {
  const [edition, landmarks] = await Promise.all([
    services.tariffs.newestEdition(),
    services.landmarks.upToDate(),
  ]);
  const day = localDate(services.clock.now());
  return [url.host, url.pathname, locale, day, edition, landmarks].join(" ");
}

/** The page of an answer. Throws NotKept for one that is no page, or that is for whoever asked. */
async function pageOf(response: Response): Promise<KeptPage> {
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (response.status !== 200 || !isPage || response.headers.has("set-cookie")) throw new NotKept();
  const text = await response.clone().text();
  const nonce = /<script\b[^>]*\snonce="([^"]+)"/.exec(text)?.[1];
  const page = nonce === undefined ? { html: text, sources: "" } : hashedScripts(text, nonce);
  if (page === null) throw new NotKept();
  return {
    ...page,
    headers: [...response.headers].filter(([name]) => !OF_ONE_ANSWER.includes(name)),
  };
}

function answerOf({ state }: Context<State>, { html, sources, headers }: KeptPage): Response {
  state.scriptSources = sources === "" ? null : sources;
  return new Response(html, { headers });
}

/** Says to the cache that there is nothing to keep. */
class NotKept extends Error {
  constructor() {
    super("This answer is of one request");
  }
}
