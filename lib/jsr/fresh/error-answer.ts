// The answer to a request whose handler or middleware threw.
import { HttpError, httpErrorText } from "./http-error.ts";
import type { RequestContext } from "./request-context.ts";
import type { Run } from "./scope.ts";

const logged = new WeakSet<object>();

/** The response for `error`: the error page when there is one, else plain text. */
export function answerError<State>(
  ctx: RequestContext<State>,
  error: unknown,
  errorPage: Run<State> | null,
): Response | Promise<Response> {
  ctx.error = error;
  logOnce(error);
  return errorPage === null ? plainAnswer(ctx, error) : errorPage(ctx);
}

/** The HTTP status that stands for `error`. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}

// An error page that renders must not hide that something broke; errors the client caused are
// not news. Once per error, because an error thrown again passes several scopes.
function logOnce(error: unknown): void {
  if (error instanceof HttpError && error.status < 500) return;
  if (typeof error === "object" && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  console.error(error);
}

function plainAnswer<State>(
  ctx: RequestContext<State>,
  error: unknown,
): Response | Promise<Response> {
  if (error instanceof HttpError) {
    return new Response(httpErrorText(error), { status: error.status });
  }
  if (ctx.config.mode === "development") return developmentAnswer(error);
  return new Response("Internal server error", { status: 500 });
}

async function developmentAnswer(error: unknown): Promise<Response> {
  const { developmentErrorPage } = await import("./development-error.ts");
  return developmentErrorPage(error);
}
