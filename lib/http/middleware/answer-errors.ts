// The edge where errors become answers: each gets its status, its line in the log and its reference.
import type { Context, Middleware } from "fresh";
import type { State } from "../define.ts";
import { errorAnswer } from "../error-status.ts";
import { problemResponse } from "../problem.ts";

/** Answers a person whose page could not be shown. */
export type ErrorPage = (ctx: Context<State>, status: number) => Response | Promise<Response>;

/**
 * Answers whatever is thrown further in: under `/api` programs get a problem document, people
 * elsewhere get `errorPage`. Logs every refused or failed request under its reference. Mounted once,
 * inside what puts headers on every answer and outside everything that may refuse.
 */
export function answerErrors(errorPage: ErrorPage): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const { status, code } = errorAnswer(error);
      logError(ctx.state.requestId, ctx.req.method, ctx.route ?? "", status, code, error);
      if (/^\/api(\/|$)/.test(ctx.url.pathname)) {
        return problemResponse(error, ctx.state.locale, ctx.state.requestId);
      }
      return await errorPage(ctx, status);
    }
  };
}

/** One line of JSON. The route's pattern stands for the path: paths carry secrets of links. */
function logError(
  requestId: string,
  method: string,
  route: string,
  status: number,
  code: string,
  error: unknown,
): void {
  const level = status >= 500 ? "error" : "info";
  const stack = status >= 500 && error instanceof Error ? error.stack : undefined;
  const line = { level, event: "request failed", requestId, method, route, status, code, stack };
  (status >= 500 ? console.error : console.info)(JSON.stringify(line));
}
