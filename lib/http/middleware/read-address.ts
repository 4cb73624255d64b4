// Hands on what an address says as far as schemas take it.
import type { Middleware } from "fresh";
import { invalidFields, RequestError } from "../../errors/request-error.ts";
import { keepKnown, refusedParts } from "../address-inputs.ts";
import type { State } from "../define.ts";

/** Throws RequestError: "not-found" for a part of the path, "invalid" for a parameter that does not fit its schema. */
export function readAddress(): Middleware<State> {
  return (ctx) => {
    if (refusedParts(ctx.params).length > 0) throw new RequestError("not-found", {});
    if (ctx.req.url.includes("?")) {
      const refused = keepKnown(ctx.url.searchParams);
      if (refused.length > 0) {
        throw invalidFields(refused.map((field) => ({ field, code: "wrong-format" })));
      }
    }
    return ctx.next();
  };
}
