// Compiles the commands of an application into a router and the answers for unmatched paths.
import { composeChain, withMiddleware } from "./chain.ts";
import type { Command, ErrorRoute } from "./commands.ts";
import { fileCommands } from "./file-commands.ts";
import type { Method, Middleware, Route, RouteConfig } from "./handler.ts";
import { HttpError } from "./http-error.ts";
import { layerOf, type Layers } from "./layers.ts";
import { errorRun, routeRuns } from "./page-route.ts";
import { compilePattern } from "./pattern.ts";
import { allowedMethods, Router } from "./router.ts";
import { layersOf, type Run, Scope, scopeOf } from "./scope.ts";
import type { ModuleMap } from "./snapshot.ts";

/** An application ready to serve. */
export interface Compiled<State> {
  readonly router: Router<State>;
  /** Answers a path without a route, behind the middlewares of the nearest folder. */
  unmatched(path: string): Run<State>;
}

/** Compiles `commands`; file routes come from `routes` (paths below the routes folder). */
export function compileApp<State>(
  commands: readonly Command<State>[],
  routes: ModuleMap,
): Compiled<State> {
  const expanded = commands.flatMap((command) =>
    command.kind === "files" ? fileCommands<State>(routes, command.path) : [command]
  );
  const compiler = new Compiler<State>(expanded.findLast(({ kind }) => kind === "notFound"));
  for (const command of expanded) compiler.apply(command);
  return compiler.finish();
}

class Compiler<State> {
  readonly #root = new Scope<State>(null, "");
  readonly #router = new Router<State>();
  readonly #notFound: Run<State> | null;

  /** The page for 404s holds for the whole application, also for what is registered before it. */
  constructor(notFound: Command<State> | undefined) {
    this.#notFound = notFound?.kind === "notFound"
      ? notFoundPage(pageForErrors(notFound.route), this.#root)
      : null;
  }

  apply(command: Command<State>): void {
    switch (command.kind) {
      case "use":
        scopeOf(this.#root, command.path).middlewares.push(...command.fns);
        break;
      case "handle":
        this.#handle(command.method, command.path, command.fns);
        break;
      case "route":
        this.#route(command.path, command.scope, command.route, command.config);
        break;
      case "layout":
        scopeOf(this.#root, command.path).layout = {
          layer: layerOf(command.component),
          config: command.config ?? {},
        };
        break;
      case "app":
        scopeOf(this.#root, command.path).app = layerOf(command.component);
        break;
      case "error":
        scopeOf(this.#root, command.path).onError = pageForErrors(command.route);
        break;
      case "notFound":
      case "files":
        break;
    }
  }

  finish(): Compiled<State> {
    const guards = guardedPrefixes(this.#root).map(({ regex, scope }) => ({
      regex,
      run: composeChain(scope, this.#notFound, throwNotFound),
    }));
    const fallback = composeChain(this.#root, this.#notFound, throwNotFound);
    return {
      router: this.#router,
      unmatched: (path) => guards.find(({ regex }) => regex.test(path))?.run ?? fallback,
    };
  }

  #handle(method: Method | "ALL", path: string, fns: Middleware<State>[]): void {
    const pattern = path === "*" ? "/*" : path;
    const scope = scopeOf(this.#root, pattern);
    const layers = layersOf(scope, undefined);
    let handler: Run<State> = throwNotFound;
    for (const fn of fns.toReversed()) handler = withMiddleware(fn, layers, handler);
    this.#add(method, pattern, scope, layers, handler);
  }

  #route(
    path: string,
    scopeName: string[] | null,
    route: Route<State> | (() => Promise<Route<State>>),
    config: RouteConfig | undefined,
  ): void {
    const scope = scopeName === null
      ? scopeOf(this.#root, path)
      : scopeName.reduce((parent, piece) => parent.child(piece), this.#root);
    if (typeof route === "function") {
      this.#add("ALL", path, scope, layersOf(scope, config), lazyRoute(route), true);
      return;
    }
    const layers = layersOf(scope, { ...route.config, ...config });
    for (const [method, run] of routeRuns(route)) this.#add(method, path, scope, layers, run);
  }

  #add(
    method: Method | "ALL",
    pattern: string,
    scope: Scope<State>,
    layers: Layers,
    handler: Run<State>,
    isLazy = false,
  ): void {
    const run = composeChain(scope, this.#notFound, (ctx) => {
      ctx.layers = layers;
      return handler(ctx);
    });
    const otherwise = composeChain(scope, this.#notFound, throwNotAllowed);
    this.#router.add(method, pattern, run, otherwise, isLazy);
  }
}

function throwNotFound(): never {
  throw new HttpError(404);
}

function throwNotAllowed<State>(ctx: Parameters<Run<State>>[0]): Response {
  if (ctx.req.method !== "OPTIONS") throw new HttpError(405);
  return new Response(null, { status: 204, headers: { allow: ctx.allow ?? "" } });
}

function lazyRoute<State>(load: () => Promise<Route<State>>): Run<State> {
  let runs: ReturnType<typeof routeRuns<State>> | null = null;
  return async (ctx) => {
    runs ??= routeRuns(await load());
    const method = ctx.req.method.toUpperCase() as Method;
    const run = runs.get(method) ?? runs.get("ALL") ??
      (method === "HEAD" ? runs.get("GET") : undefined);
    if (run !== undefined) return await run(ctx);
    ctx.allow = allowedMethods(runs);
    return throwNotAllowed(ctx);
  };
}

function pageForErrors<State>(route: ErrorRoute<State>): Run<State> {
  if (typeof route !== "function") return errorRun(route);
  let loaded: Run<State> | null = null;
  return async (ctx) => {
    if (loaded !== null) return await loaded(ctx);
    const result: Response | Middleware<State> | Route<State> = await route(ctx);
    if (result instanceof Response) return result;
    loaded = typeof result === "function" ? result : errorRun(result);
    return await loaded(ctx);
  };
}

// The not-found page is answered from wherever the 404 came, but wrapped like a page of the root.
function notFoundPage<State>(run: Run<State>, root: Scope<State>): Run<State> {
  return (ctx) => {
    ctx.layers = layersOf(root, undefined);
    return run(ctx);
  };
}

/** Scopes whose middlewares or error page must also see paths below them that match no route. */
function guardedPrefixes<State>(root: Scope<State>): { regex: RegExp; scope: Scope<State> }[] {
  const found: { regex: RegExp; scope: Scope<State>; depth: number }[] = [];
  const visit = (scope: Scope<State>, depth: number) => {
    for (const child of scope.children.values()) {
      const own = child.middlewares.length > 0 || child.onError !== null || child.layout !== null;
      if (own && child.pattern !== scope.pattern) {
        const { source } = compilePattern(child.pattern).regex;
        const regex = new RegExp(`${source.slice(0, -1)}(?:/|$)`);
        found.push({ regex, scope: child, depth });
      }
      visit(child, depth + 1);
    }
  };
  visit(root, 1);
  return found.sort((a, b) => b.depth - a.depth);
}
