// The edge where errors become answers: each gets its status, its line in the log and its reference.
import type { Context, Middleware } from "fresh";
import type { State } from "../define.ts";
import { errorAnswer, retryAfterSeconds } from "../error-status.ts";
import { problemResponse } from "../problem.ts";
import { senderOf } from "../sender-of.ts";

/** Answers a person whose page could not be shown. */
export type ErrorPage = (ctx: Context<State>, status: number) => Response | Promise<Response>;

/** What says that somebody wanted more than they may: not signed in, not theirs, too often. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Answers whatever is thrown further in: under `/api` programs get a problem document, people
 * elsewhere get `errorPage`, and no cache keeps either. Logs every refused or failed request under
 * its reference. Mounted once, inside what puts headers on every answer and outside everything that
 * may refuse.
 */
export function answerErrors(errorPage: ErrorPage): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const { status, code } = errorAnswer(error);
      logError(ctx, status, code, error);
      if (REFUSED.has(status)) ctx.state.services.audit.sum(`refused: ${code}`);
      const response = await answerTo(ctx, error, status, errorPage);
      // What failed now may succeed in a moment, and what is about somebody is nobody else's.
      response.headers.set("cache-control", "no-store");
      ctx.state.errorCode = code;
      const seconds = retryAfterSeconds(error);
      if (seconds !== null) response.headers.set("retry-after", String(seconds));
      return response;
    }
  };
}

function answerTo(
  ctx: Context<State>,
  error: unknown,
  status: number,
  errorPage: ErrorPage,
): Response | Promise<Response> {
  return /^\/api(\/|$)/.test(ctx.url.pathname)
    ? problemResponse(error, ctx.state.locale, ctx.state.requestId)
    : errorPage(ctx, status);
}

/** The route's pattern stands for the path: paths carry secrets of links. A refusal is no fault: it has no stack. */
function logError(ctx: Context<State>, status: number, code: string, error: unknown): void {
  const { state, route, req } = ctx;
  const facts = { method: req.method, route: route ?? "", status, code };
  state.services.incidents.note(error, {
    operation: route ?? "",
    reference: state.requestId,
    person: state.signedIn?.person.id ?? senderOf(ctx),
  });
  if (status >= 500) ctx.state.log.error("request failed", { ...facts, error });
  else ctx.state.log.info("request refused", facts);
}
