// Who the operator of a request is; under the operators' addresses nobody passes without a live session.
import type { Middleware } from "fresh";
import { FORM_TOKEN_HEADER } from "../../accounts/form-token-names.ts";
import { sessionSecret } from "../../accounts/session-cookie.ts";
import { secureCookies } from "../../assembly/settings.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { State } from "../define.ts";
import { assertFormToken } from "../operator-form.ts";
import { isSafe } from "../safe-method.ts";

/** Reads the session of the request, if it has one. */
export function readOperator(): Middleware<State> {
  return async (ctx) => {
    const { services } = ctx.state;
    const secret = sessionSecret(ctx.req.headers, secureCookies(services.config));
    ctx.state.operator = secret === null ? null : await services.sessions.use(secret);
    return await ctx.next();
  };
}

/** Throws DomainError("not-signed-in") unless `readOperator` found a live session. */
export function requireOperator(): Middleware<State> {
  return (ctx) => {
    if (ctx.state.operator === null) throw new DomainError("not-signed-in");
    return ctx.next();
  };
}

/** Requires the form token in a header for every request that changes something; forms carry it as a field. */
export function requireTokenHeader(): Middleware<State> {
  return async (ctx) => {
    const { method, headers } = ctx.req;
    if (!isSafe(method)) await assertFormToken(ctx.state, headers.get(FORM_TOKEN_HEADER));
    return await ctx.next();
  };
}
