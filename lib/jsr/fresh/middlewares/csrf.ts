// Refuses state-changing requests that another site caused.
import type { Context } from "../context.ts";
import type { Middleware } from "../handler.ts";
import { HttpError } from "../http-error.ts";

/** Settings of {@linkcode csrf}. */
export interface CsrfOptions<State = unknown> {
  /** Further trusted origins; without it only the application's own. */
  origin?: string | readonly string[] | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Answers 403 when the browser says that the request came from an origin that is not trusted. */
export function csrf<State>(options: CsrfOptions<State> = {}): Middleware<State> {
  return (ctx) => {
    if (!SAFE_METHODS.has(ctx.req.method) && !isTrusted(ctx, options)) throw new HttpError(403);
    return ctx.next();
  };
}

function isTrusted<State>(ctx: Context<State>, { origin: rule }: CsrfOptions<State>): boolean {
  const { headers } = ctx.req;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === "same-origin" || site === "none") return true;
  // Neither header: not a browser, so there are no cookies that somebody else could use.
  if (origin === null) return site === null;
  if (origin === ctx.url.origin) return true;
  if (typeof rule === "function") return rule(origin, ctx);
  return typeof rule === "string" ? rule === origin : rule?.includes(origin) ?? false;
}
