// Refuses requests that are too large before anything reads them.
import type { Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import type { State } from "../define.ts";
import { MAX_BODY_BYTES, tooLarge } from "../body.ts";

/** Longest address accepted, in characters: a full trip form in a query has under 3,000. */
export const MAX_URL_LENGTH = 8_192;

/** Throws RequestError for a declared body over MAX_BODY_BYTES and for an overlong address. */
export function limitRequest(): Middleware<State> {
  return (ctx) => {
    const length = ctx.req.headers.get("content-length");
    if (length !== null && Number(length) > MAX_BODY_BYTES) throw tooLarge();
    if (ctx.req.url.length > MAX_URL_LENGTH) {
      throw new RequestError("address-too-long", { maxCharacters: MAX_URL_LENGTH });
    }
    return ctx.next();
  };
}
