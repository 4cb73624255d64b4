// Middleware chains, composed once per route when the application starts.
//
// An error travels as an exception: it rejects `await ctx.next()` of every middleware on its way
// out, until one of them answers or a scope has an error page. A scope's error page stands outside
// the scope's own middlewares. What a middleware does with the exception is never guessed.
import { answerError } from "./error-answer.ts";
import type { Middleware } from "./handler.ts";
import { HttpError } from "./http-error.ts";
import type { Layers } from "./layers.ts";
import { notAResponse } from "./not-a-response.ts";
import type { RequestContext } from "./request-context.ts";
import { layersOf, type Run, type Scope } from "./scope.ts";

/**
 * `handler` behind the middlewares and error pages that `scope` and its parents have now;
 * `notFound`, where there is one, answers every 404 at the scope in which it came up.
 */
export function composeChain<State>(
  scope: Scope<State>,
  notFound: Run<State> | null,
  handler: Run<State>,
): Run<State> {
  let run = handler;
  for (const step of scope.path().reverse()) {
    const layers = layersOf(step, undefined);
    for (const fn of step.middlewares.toReversed()) run = withMiddleware(fn, layers, run);
    if (step.onError !== null || notFound !== null) {
      run = withErrorPage(step, layers, notFound, run);
    }
  }
  return run;
}

/**
 * `fn` before `next`, rendering within `layers`; a middleware without parameters may load the real
 * one first.
 */
export function withMiddleware<State>(
  fn: Middleware<State>,
  layers: Layers,
  next: Run<State>,
): Run<State> {
  let current = fn;
  const run: Run<State> = (ctx) => {
    ctx.next = () => startNext(next, layers, ctx);
    ctx.inner = next;
    ctx.layers = layers;
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

// When the middleware goes on after `next()`, it renders within its own scope again and finds the
// error on the context.
function startNext<State>(
  next: Run<State>,
  layers: Layers,
  ctx: RequestContext<State>,
): Promise<Response> {
  const failed = (error: unknown) => {
    ctx.layers = layers;
    ctx.error = error;
  };
  try {
    const result = next(ctx);
    if (result instanceof Promise) {
      // Registered before the middleware's own `await`, so it runs first and delays nothing.
      result.then(() => void (ctx.layers = layers), failed);
      return result;
    }
    ctx.layers = layers;
    return Promise.resolve(result);
  } catch (error) {
    failed(error);
    return Promise.reject(error);
  }
}

function withErrorPage<State>(
  { onError }: Scope<State>,
  layers: Layers,
  notFound: Run<State> | null,
  next: Run<State>,
): Run<State> {
  const recover = (error: unknown, ctx: RequestContext<State>) => {
    const isMissing = error instanceof HttpError && error.status === 404;
    const page = isMissing && notFound !== null ? notFound : onError;
    if (page === null) throw error;
    ctx.layers = layers;
    return answerError(ctx, error, page);
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
