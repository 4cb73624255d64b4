// What a folder of the operators' pages asks for: a right to look, and one to change something.
import type { Middleware } from "fresh";
import { assertMay } from "../../accounts/assert-may.ts";
import type { Right } from "../../accounts/right.ts";
import type { State } from "../define.ts";
import { operatorOf } from "../operator-form.ts";
import { isSafe } from "../safe-method.ts";

/** Throws DomainError("not-allowed") unless the operator may look, or change what the request changes. */
export function requireRight({ see, act }: { see: Right; act: Right }): Middleware<State> {
  return (ctx) => {
    assertMay(operatorOf(ctx.state), isSafe(ctx.req.method) ? see : act);
    return ctx.next();
  };
}
