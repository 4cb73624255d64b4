// Refuses requests that are too large, or that two readers could read differently, before anything reads them.
import { readHeader } from "../../forms/header-inputs.ts";
import type { Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import type { State } from "../define.ts";
import { MAX_BODY_BYTES, tooLarge } from "../body.ts";
import { assertParameters } from "../parameters.ts";

/** Longest address accepted, in characters: a full trip form in a query has under 3,000. */
export const MAX_URL_LENGTH = 8_192;
/** Most headers accepted: a browser behind two proxies sends under forty. The server itself refuses a few more. */
export const MAX_HEADERS = 80;

/**
 * Throws RequestError for a declared body over MAX_BODY_BYTES, an overlong address, too many headers, lengths that
 * contradict each other, and for parameters of the address that `assertParameters` refuses.
 */
export function limitRequest(): Middleware<State> {
  return (ctx) => {
    const { headers, url } = ctx.req;
    assertLength(headers);
    if (url.length > MAX_URL_LENGTH) {
      throw new RequestError("address-too-long", { maxCharacters: MAX_URL_LENGTH });
    }
    if ([...headers.keys()].length > MAX_HEADERS) {
      throw new RequestError("too-many-headers", { maxHeaders: MAX_HEADERS });
    }
    if (url.includes("?")) assertParameters(ctx.url.searchParams);
    return ctx.next();
  };
}

/**
 * A length beside a transfer coding, or two lengths, is what smuggles a second request past a proxy (RFC 9112, 11.2).
 * Deno's server refuses most of them itself; others may not.
 */
function assertLength(headers: Headers): void {
  const length = readHeader(headers, "content-length");
  if (length === null) return;
  if (!/^\d{1,15}$/.test(length) || readHeader(headers, "transfer-encoding") !== null) {
    throw new RequestError("bad-request", {});
  }
  if (Number(length) > MAX_BODY_BYTES) throw tooLarge();
}
