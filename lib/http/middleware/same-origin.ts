// Refuses state changes that another site asked a browser to make.
// Sec-Fetch-Site is set by the browser and cannot be set by a page; browsers without it send Origin.
import type { Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import type { State } from "../define.ts";
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

/** True when the request was made by a page of one of `ownOrigins`. Neither header: nobody's. */
export function isOwnRequest(headers: Headers, ownOrigins: readonly string[]): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && origin !== "null" && ownOrigins.includes(origin);
}
