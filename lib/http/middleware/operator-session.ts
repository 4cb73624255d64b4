// Lets nobody into the operators' part without a live session.
import type { Middleware } from "fresh";
import { isFormToken } from "../../accounts/form-token.ts";
import { FORM_TOKEN_HEADER } from "../../accounts/form-token.ts";
import { sessionSecret } from "../../accounts/session-cookie.ts";
import { secureCookies } from "../../config.ts";
import { DomainError } from "../../errors/domain-error.ts";
import { HttpError } from "fresh";
import type { State } from "../define.ts";
import { paths } from "../paths.ts";

/** The only pages under /admin that need no session: using a link, and having signed out. */
const OPEN_PAGES: readonly string[] = [paths.adminEnter(""), paths.adminSignedOut()];

/** Reads the session of the request; throws DomainError("not-signed-in") unless the page is open to all. */
export function requireOperator(): Middleware<State> {
  return async (ctx) => {
    const { services } = ctx.state;
    const secret = sessionSecret(ctx.req.headers, secureCookies(services.config));
    ctx.state.operator = secret === null ? null : await services.sessions.use(secret);
    if (ctx.state.operator === null && !isOpenPage(ctx.url.pathname)) {
      throw new DomainError("not-signed-in");
    }
    const response = await ctx.next();
    // Names, telephone numbers and addresses: no cache keeps them.
    response.headers.set("cache-control", "no-store");
    return response;
  };
}

/** Requires the form token in a header for every request that changes something; forms carry it as a field. */
export function requireTokenHeader(): Middleware<State> {
  return async (ctx) => {
    const { operator } = ctx.state;
    const changes = !["GET", "HEAD", "OPTIONS"].includes(ctx.req.method);
    const token = ctx.req.headers.get(FORM_TOKEN_HEADER);
    if (changes && (operator === null || !await isFormToken(operator, token))) {
      throw new HttpError(403, "token-invalid");
    }
    return await ctx.next();
  };
}

function isOpenPage(pathname: string): boolean {
  const [enter = "", signedOut] = OPEN_PAGES;
  if (pathname === signedOut) return true;
  // Exactly one segment after /admin/enter/.
  return pathname.startsWith(enter) && /^[A-Za-z0-9_-]+$/.test(pathname.slice(enter.length));
}
