// The edge where errors become answers: each gets its status, its line in the log and its reference.
import { HttpError, type Middleware } from "fresh";
import type { State } from "../define.ts";
import { errorAnswer } from "../error-status.ts";
import { problemResponse } from "../problem.ts";

/**
 * Turns whatever was thrown into HttpError with the right status and the original as cause, so that
 * the error page can say what happened. Logs every refused or failed request under its reference.
 */
export function answerErrors(): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const { status, code } = errorAnswer(error);
      logError(ctx.state.requestId, ctx.req.method, ctx.route ?? "", status, code, error);
      if (error instanceof HttpError) throw error;
      throw new HttpError(status, code, { cause: error });
    }
  };
}

/** The same for programs: the answer is a problem document, not a page. */
export function answerProblems(): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const { status, code } = errorAnswer(error);
      logError(ctx.state.requestId, ctx.req.method, ctx.route ?? "", status, code, error);
      return problemResponse(error, ctx.state.locale, ctx.state.requestId);
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
