// Refuses requests that are too large before anything reads them.
import { HttpError, type Middleware } from "fresh";
import type { State } from "../define.ts";
import { MAX_BODY_BYTES } from "../body.ts";

/** Longest path and query accepted, in characters: a full trip form in a query has under 3,000. */
export const MAX_URL_LENGTH = 8_192;

/** Throws HttpError 413 for a declared body over MAX_BODY_BYTES and 414 for an overlong address. */
export function limitRequest(): Middleware<State> {
  return (ctx) => {
    const length = ctx.req.headers.get("content-length");
    if (length !== null && Number(length) > MAX_BODY_BYTES) throw new HttpError(413);
    if (ctx.req.url.length > MAX_URL_LENGTH) throw new HttpError(414);
    return ctx.next();
  };
}
