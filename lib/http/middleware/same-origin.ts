// Refuses state changes that another site asked a browser to make. Every address is behind `noForgery`; those that
// are for our own pages alone ask for more by `sameOrigin`, and for the session's token.
// Sec-Fetch-Site is set by the browser and cannot be set by a page; browsers without it send Origin.
import { readHeader } from "../../forms/header-inputs.ts";
import type { Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import { carriesSession } from "../../accounts/session-cookie.ts";
import type { State } from "../define.ts";
import { addVary } from "../vary.ts";
import { isSafe } from "../safe-method.ts";

/** Throws RequestError("cross-origin") for an unsafe request that does not provably come from the product itself. */
export function sameOrigin(): Middleware<State> {
  return (ctx) => {
    const { req, url } = ctx;
    const own = [url.origin, ctx.state.services.config.origin];
    if (!isSafe(req.method) && !isOwnRequest(req.headers, own)) {
      throw new RequestError("cross-origin", {});
    }
    return ctx.next();
  };
}

/** What the answer to a sent form or document depends on beside it. */
const DEPENDS_ON = ["Sec-Fetch-Site", "Origin"];

/**
 * Throws RequestError("cross-origin") for an unsafe request that a browser says is another site's, and for one that says
 * nothing of where it comes from and carries a session. A program has neither: it has no more than what it sends.
 */
export function noForgery(): Middleware<State> {
  return async (ctx) => {
    const { req: { method, headers }, url } = ctx;
    if (isSafe(method)) return await ctx.next();
    const isBrowser = readHeader(headers, "sec-fetch-site") !== null ||
      readHeader(headers, "origin") !== null;
    const own = [url.origin, ctx.state.services.config.origin];
    if ((isBrowser || carriesSession(headers)) && !isOwnRequest(headers, own)) {
      throw new RequestError("cross-origin", {});
    }
    return await ctx.next();
  };
}

/** Says of every answer to an unsafe request that it depends on where that came from; see `noForgery`. */
export function varyBySender(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    if (!isSafe(ctx.req.method)) DEPENDS_ON.forEach((name) => addVary(response.headers, name));
    return response;
  };
}

/** True when the request was made by a page of one of `ownOrigins`. Neither header: nobody's. */
export function isOwnRequest(headers: Headers, ownOrigins: readonly string[]): boolean {
  const site = readHeader(headers, "sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = readHeader(headers, "origin");
  return origin !== null && origin !== "null" && ownOrigins.includes(origin);
}
