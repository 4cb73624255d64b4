// Cross-origin resource sharing.
import type { Context } from "../context.ts";
import type { Middleware } from "../handler.ts";

type OriginRule<State> =
  | string
  | readonly string[]
  | ((origin: string, ctx: Context<State>) => string | undefined | null);

/** Settings of {@linkcode cors}. */
export interface CORSOptions<State = unknown> {
  /** Allowed origins, `*` for all. */
  origin?: OriginRule<State>;
  allowMethods?: readonly string[];
  allowHeaders?: readonly string[];
  /** Seconds for which a preflight answer may be kept. */
  maxAge?: number;
  credentials?: boolean;
  exposeHeaders?: readonly string[];
}

const DEFAULT_METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Answers every OPTIONS request as a preflight and adds the CORS headers to other responses. */
export function cors<State>(options: CORSOptions<State> = {}): Middleware<State> {
  const rule = options.origin ?? "*";
  return async (ctx) => {
    const origin = ctx.req.headers.get("origin") ?? "";
    const allowed = allowedOrigin(rule, origin, ctx);
    if (ctx.req.method === "OPTIONS") return preflight(ctx.req, allowed, options);
    const response = await ctx.next();
    setCommon(response.headers, allowed, options);
    return response;
  };
}

function allowedOrigin<State>(
  rule: OriginRule<State>,
  origin: string,
  ctx: Context<State>,
): string | null {
  if (typeof rule === "function") return rule(origin, ctx) ?? null;
  if (typeof rule === "string") return rule === "*" || rule === origin ? rule : null;
  return rule.includes(origin) ? origin : null;
}

function setCommon<State>(
  headers: Headers,
  allowed: string | null,
  options: CORSOptions<State>,
): void {
  // The answer depends on who asks, so a shared cache must keep one copy per origin.
  if (allowed !== "*") headers.append("vary", "Origin");
  if (allowed === null) return;
  headers.set("access-control-allow-origin", allowed);
  if (options.credentials) headers.set("access-control-allow-credentials", "true");
  if (options.exposeHeaders?.length) {
    headers.set("access-control-expose-headers", options.exposeHeaders.join(","));
  }
}

function preflight<State>(
  req: Request,
  allowed: string | null,
  options: CORSOptions<State>,
): Response {
  const headers = new Headers();
  setCommon(headers, allowed, options);
  if (options.maxAge !== undefined) {
    headers.set("access-control-max-age", String(options.maxAge));
  }
  headers.set("access-control-allow-methods", (options.allowMethods ?? DEFAULT_METHODS).join(","));
  const requested = req.headers.get("access-control-request-headers")?.split(/\s*,\s*/).join(",");
  const allowHeaders = options.allowHeaders?.length ? options.allowHeaders.join(",") : requested;
  if (allowHeaders) {
    headers.set("access-control-allow-headers", allowHeaders);
    headers.append("vary", "Access-Control-Request-Headers");
  }
  return new Response(null, { status: 204, headers });
}
