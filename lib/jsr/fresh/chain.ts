// Middleware chains, composed once per route when the application starts.
import { answerError } from "./error-answer.ts";
import type { Middleware } from "./handler.ts";
import { HttpError } from "./http-error.ts";
import { notAResponse } from "./not-a-response.ts";
import type { RequestContext } from "./request-context.ts";
import { layersOf, type Run, type Scope } from "./scope.ts";

/** `handler` behind the middlewares and error pages that `scope` and its parents have now. */
export function composeChain<State>(
  scope: Scope<State>,
  notFound: () => Run<State> | null,
  handler: Run<State>,
): Run<State> {
  let run = handler;
  for (const step of scope.path().reverse()) {
    run = step.parent === null
      ? composeRoot(step, notFound, run)
      : composeScope(step, notFound, run);
  }
  return run;
}

/** `fn` before `next`; a middleware without parameters may load the real one first. */
export function withMiddleware<State>(fn: Middleware<State>, next: Run<State>): Run<State> {
  let current = fn;
  const run: Run<State> = (ctx) => {
    ctx.next = () => startNext(next, ctx);
    ctx.inner = next;
    return current(ctx);
  };
  if (fn.length > 0) return run;
  return async (ctx) => {
    const result: unknown = await run(ctx);
    if (typeof result !== "function") return result as Response;
    current = result as Middleware<State>;
    return await run(ctx);
  };
}

function startNext<State>(next: Run<State>, ctx: RequestContext<State>): Promise<Response> {
  try {
    const result = next(ctx);
    return result instanceof Promise ? result : Promise.resolve(result);
  } catch (error) {
    return Promise.reject(error);
  }
}

function composeScope<State>(
  scope: Scope<State>,
  notFound: () => Run<State> | null,
  inner: Run<State>,
): Run<State> {
  let run = inner;
  for (const { fn } of scope.middlewares.toReversed()) run = withMiddleware(fn, run);
  // Outside the middlewares of its own scope: they see the exception before the page is made.
  return scope.onError === null ? run : withErrorPage(scope, notFound, "every", run);
}

// The outermost scope differs: an error page made outside all middlewares would lack the headers
// they add to every response. It is therefore made as far in as possible, yet outside a middleware
// that catches, so that errors can be logged and translated there. An HttpError has said what the
// answer is once the innermost such middleware let it pass; any other error is shown to all.
function composeRoot<State>(
  scope: Scope<State>,
  notFound: () => Run<State> | null,
  inner: Run<State>,
): Run<State> {
  const used = scope.middlewares.filter((middleware) => !middleware.fromFile);
  let run = inner;
  for (const { fn, fromFile } of scope.middlewares.toReversed()) {
    if (fromFile) run = withMiddleware(fn, run);
  }
  const catches = used.map(({ fn }) => mayCatch(fn));
  const innermost = catches.lastIndexOf(true);
  for (let i = used.length; i >= 0; i--) {
    if (!catches.slice(0, i).includes(true)) run = withErrorPage(scope, notFound, "every", run);
    else if (i <= innermost) run = withErrorPage(scope, notFound, "http", run);
    const middleware = used[i - 1];
    if (middleware !== undefined) run = withMiddleware(middleware.fn, run);
  }
  return run;
}

// Told from the source text, and in doubt true: the price of a wrong "true" is an error page
// without some headers, of a wrong "false" an error that its handler never sees.
function mayCatch(fn: (...args: never[]) => unknown): boolean {
  const source = Function.prototype.toString.call(fn);
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  return /\bcatch\b|\.then\b|=>\s*(?:\w+\.)?next\b|\bnext\b(?!\s*\()/.test(code);
}

function withErrorPage<State>(
  scope: Scope<State>,
  notFound: () => Run<State> | null,
  kind: "every" | "http",
  next: Run<State>,
): Run<State> {
  const { onError } = scope;
  const layers = layersOf(scope, undefined);
  const isRoot = scope.parent === null;
  const recover = (error: unknown, ctx: RequestContext<State>) => {
    if (kind === "http" && !(error instanceof HttpError)) throw error;
    const missing = error instanceof HttpError && error.status === 404 ? notFound() : null;
    // A global not-found page takes every 404, so inner error pages leave it alone.
    if (missing !== null && !isRoot) throw error;
    ctx.layers = layers;
    return answerError(ctx, error, missing ?? onError);
  };
  return (ctx) => {
    try {
      const result = next(ctx);
      if (result instanceof Promise) return result.catch((error) => recover(error, ctx));
      if (result instanceof Response) return result;
      throw notAResponse(result);
    } catch (error) {
      return recover(error, ctx);
    }
  };
}
