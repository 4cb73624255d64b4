// Who makes a request; under the operators' addresses nobody passes without a live session of the staff.
import { readHeader } from "../../forms/header-inputs.ts";
import type { Middleware } from "fresh";
import { FORM_TOKEN_HEADER } from "../../accounts/form-token-names.ts";
import { sessionSecret } from "../../accounts/session-cookie.ts";
import type { SignedInPerson } from "../../accounts/session.ts";
import { isDriverOnDuty, operatorOfSession } from "../../accounts/session-rules.ts";
import { secureCookies } from "../../assembly/settings.ts";
import { nameActor } from "../../kernel/acting.ts";
import { paths } from "../../kernel/paths.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { State } from "../define.ts";
import { assertFormToken, signedInOf } from "../person-form.ts";
import { isSafe } from "../safe-method.ts";

/** Reads the session of the request, if it has one, and the person as they are now. */
export function readPerson(): Middleware<State> {
  return async (ctx) => {
    const signedIn = await readSignedIn(ctx.state, ctx.req);
    ctx.state.signedIn = signedIn;
    ctx.state.operator = signedIn === null ? null : operatorOfSession(signedIn);
    return await ctx.next();
  };
}

/** Who makes a request, for a page whose folder does not ask; null for a guest. */
export async function readSignedIn(
  { services }: Pick<State, "services">,
  { headers }: Request,
): Promise<SignedInPerson | null> {
  const secret = sessionSecret(headers, secureCookies(services.config));
  const signedIn = secret === null ? null : await services.sessions.use(secret);
  if (signedIn === null) return null;
  services.callLimits.remember(signedIn.session.id, signedIn.person.id);
  nameActor({ kind: "person", id: signedIn.person.id });
  return signedIn;
}

/** Sends who is not signed in to sign in, and back to where they wanted; refuses what is no look at a page. */
export function requirePerson(): Middleware<State> {
  return (ctx) => {
    if (ctx.state.signedIn !== null) return ctx.next();
    if (!isSafe(ctx.req.method)) throw new DomainError("not-signed-in");
    return ctx.redirect(paths.signIn({ next: ctx.url.pathname + ctx.url.search }), 303);
  };
}

/** Throws DomainError: not-signed-in without a live session, not-allowed for who does not work on these pages. */
export function requireOperator(): Middleware<State> {
  return (ctx) => {
    if (ctx.state.signedIn === null) throw new DomainError("not-signed-in");
    if (ctx.state.operator === null) throw new DomainError("not-allowed");
    return ctx.next();
  };
}

/** Sends drivers who have shown one factor to where they add another. Throws DomainError("not-allowed") for all others. */
export function requireDriver(): Middleware<State> {
  return (ctx) => {
    const { person, session } = signedInOf(ctx.state);
    if (isDriverOnDuty({ person, session })) return ctx.next();
    const isDriver = person.grants.some(({ role }) => role === "driver");
    if (!isDriver) throw new DomainError("not-allowed");
    return ctx.redirect(paths.security(), 303);
  };
}

/** Requires the form token in a header for every request that changes something; forms carry it as a field. */
export function requireTokenHeader(): Middleware<State> {
  return async (ctx) => {
    const { method, headers } = ctx.req;
    if (!isSafe(method)) await assertFormToken(ctx.state, readHeader(headers, FORM_TOKEN_HEADER));
    return await ctx.next();
  };
}
