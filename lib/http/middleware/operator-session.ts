// Who the operator of a request is; under the operators' addresses nobody passes without a live session.
import type { Middleware } from "fresh";
import { FORM_TOKEN_HEADER, isFormToken } from "../../accounts/form-token.ts";
import { sessionSecret } from "../../accounts/session-cookie.ts";
import { secureCookies } from "../../assembly/settings.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { State } from "../define.ts";

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
    const { operator } = ctx.state;
    const changes = !["GET", "HEAD", "OPTIONS"].includes(ctx.req.method);
    const token = ctx.req.headers.get(FORM_TOKEN_HEADER);
    if (changes && (operator === null || !await isFormToken(operator, token))) {
      throw new DomainError("token-invalid");
    }
    return await ctx.next();
  };
}
