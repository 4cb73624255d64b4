// The edge where errors become answers: each gets its status, its line in the log and its reference.
import { type Context, HttpError, type Middleware } from "fresh";
import type { State } from "../define.ts";
import { errorAnswer } from "../error-status.ts";
import { problemResponse } from "../problem.ts";

/**
 * Turns whatever was thrown into HttpError with the right status and the original as cause, so that
 * the error page can say what happened; under `/api` programs get a problem document instead. Logs every
 * refused or failed request under its reference.
 */
export function answerErrors(): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const { status, code } = errorAnswer(error);
      logError(ctx.state.requestId, ctx.req.method, ctx.route ?? "", status, code, error);
      if (/^\/api(\/|$)/.test(ctx.url.pathname)) return problemOf(ctx, error);
      if (error instanceof HttpError) throw error;
      throw new HttpError(status, code, { cause: error });
    }
  };
}

/** The problem document; RFC 9110 asks a 405 to name the methods that are allowed. */
function problemOf(ctx: Context<State>, error: unknown): Response {
  const response = problemResponse(error, ctx.state.locale, ctx.state.requestId);
  if (response.status === 405 && "allow" in ctx && typeof ctx.allow === "string") {
    response.headers.set("allow", ctx.allow);
  }
  return response;
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
