// Turns a route's handlers and component into one function per method.
import type { Method, PageResponse, Route, RouteHandler } from "./handler.ts";
import { METHODS } from "./handler.ts";
import { type Layer, layerOf } from "./layers.ts";
import { statusOf } from "./error-answer.ts";
import { notAResponse } from "./not-a-response.ts";
import { renderPage } from "./render.ts";
import type { RequestContext } from "./request-context.ts";
import type { Run } from "./scope.ts";

/** The function per method of `route`; `ALL` when one handler takes every method. */
export function routeRuns<State>(route: Route<State>): Map<Method | "ALL", Run<State>> {
  const handler = route.handlers ?? route.handler;
  const page = route.component === undefined ? null : layerOf(route.component);
  const runs = new Map<Method | "ALL", Run<State>>();
  if (typeof handler === "function") {
    const { methods } = route.config ?? {};
    for (const method of methods === undefined || methods === "ALL" ? ["ALL"] as const : methods) {
      runs.set(method, runOf(handler, page));
    }
    return runs;
  }
  for (const method of METHODS) {
    const fn = handler?.[method];
    if (fn !== undefined) runs.set(method, runOf(fn, page));
  }
  if (page !== null && !runs.has("GET")) runs.set("GET", (ctx) => renderPage(ctx, page, {}, {}));
  return runs;
}

/** The function that makes an error page of `route`, with the status of the error. */
export function errorRun<State>(route: Route<State>): Run<State> {
  const handler = route.handlers ?? route.handler;
  const page = route.component === undefined ? null : layerOf(route.component);
  const render: Run<State> = (ctx) =>
    page === null
      ? new Response(null, { status: statusOf(ctx.error) })
      : renderPage(ctx, page, {}, { status: statusOf(ctx.error) });
  const byMethod = typeof handler === "function" ? null : handler;
  return (ctx) => {
    const fn = byMethod === null
      ? handler
      : byMethod?.[ctx.req.method.toUpperCase() as Method] ?? byMethod?.GET;
    return typeof fn === "function" ? runOf(fn, page, statusOf(ctx.error))(ctx) : render(ctx);
  };
}

type Handler<State> = Extract<RouteHandler<unknown, State>, (...args: never[]) => unknown>;

function runOf<State>(fn: Handler<State>, page: Layer | null, status?: number): Run<State> {
  return (ctx) => {
    const result = fn(ctx);
    if (result instanceof Response) return result;
    if (result instanceof Promise) return result.then((value) => finish(ctx, value, page, status));
    return finish(ctx, result, page, status);
  };
}

function finish<State>(
  ctx: RequestContext<State>,
  result: Response | PageResponse<unknown>,
  page: Layer | null,
  status: number | undefined,
): Response | Promise<Response> {
  if (result instanceof Response) return result;
  if (page === null || typeof result !== "object" || result === null || !("data" in result)) {
    throw notAResponse(result);
  }
  const init: ResponseInit = {};
  const answer = result.status ?? status;
  if (answer !== undefined) init.status = answer;
  if (result.headers !== undefined) init.headers = result.headers;
  return renderPage(ctx, page, result.data, init);
}
