// Hands on what an address says as far as schemas take it.
import type { Middleware } from "fresh";
import { invalidFields, RequestError } from "../../errors/request-error.ts";
import { keepKnown, refusedParts } from "../address-inputs.ts";
import type { State } from "../define.ts";
import { assertAddressWithoutPersonalNumber } from "../personal-number-guard.ts";

/**
 * Throws RequestError: "not-found" for a part of the path, "invalid" for a parameter that does not fit its schema or holds
 * a personnummer.
 */
export function readAddress(): Middleware<State> {
  return (ctx) => {
    if (refusedParts(ctx.params).length > 0) throw new RequestError("not-found", {});
    if (ctx.req.url.includes("?")) {
      const refused = keepKnown(ctx.url.searchParams);
      if (refused.length > 0) {
        throw invalidFields(refused.map((field) => ({ field, code: "wrong-format" })));
      }
      // An address stands in histories and bookmarks, and what is searched for in the audit log.
      assertAddressWithoutPersonalNumber(ctx.url.searchParams);
    }
    return ctx.next();
  };
}
