// The application: collects middlewares and routes, compiles them, answers requests.
import { type Command, type ErrorRoute, mounted } from "./commands.ts";
import { compileApp, type Compiled } from "./compile.ts";
import type { FreshConfig, ListenOptions, ResolvedFreshConfig } from "./config.ts";
import { pathOf } from "./context.ts";
import {
  type AppHandler,
  type DirectHandler,
  directHandler,
  publicHandler,
} from "./direct-handler.ts";
import { answerError } from "./error-answer.ts";
import type {
  LayoutConfig,
  MaybeLazy,
  Method,
  Middleware,
  Route,
  RouteComponent,
  RouteConfig,
} from "./handler.ts";
import { listen } from "./listen.ts";
import { notAResponse } from "./not-a-response.ts";
import { renderVNode } from "./render.ts";
import { RequestContext, type Runtime } from "./request-context.ts";
import { allowedMethods } from "./router.ts";
import type { Run } from "./scope.ts";
import { snapshotOf } from "./snapshots.ts";
import { routesFolder } from "./file-modules.ts";
import type { WebSocketHandlers, WebSocketUpgradeOptions } from "./web-socket.ts";

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** A web application; calls are applied from top to bottom. */
export class App<State = unknown> {
  readonly config: ResolvedFreshConfig;
  readonly #commands: Command<State>[] = [];

  constructor(config: FreshConfig = {}) {
    this.config = {
      root: config.root ?? "",
      basePath: (config.basePath ?? "").replace(/\/+$/, ""),
      mode: config.mode ?? "production",
      trustProxy: config.trustProxy ?? false,
    };
  }

  /** Adds middlewares for everything, or for `path` and what is below it. */
  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first?: string | Middleware<State>, ...rest: Middleware<State>[]): this {
    if (typeof first === "string") return this.#add({ kind: "use", path: first, fns: rest });
    // Nothing at all comes from spreading an empty list.
    const fns = first === undefined ? rest : [first, ...rest];
    return this.#add({ kind: "use", path: "*", fns });
  }

  /** Answers GET requests to `path`, and HEAD requests without body. */
  get(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("GET", path, middlewares);
  }

  /** Answers POST requests to `path`. */
  post(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("POST", path, middlewares);
  }

  /** Answers PUT requests to `path`. */
  put(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("PUT", path, middlewares);
  }

  /** Answers PATCH requests to `path`. */
  patch(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("PATCH", path, middlewares);
  }

  /** Answers DELETE requests to `path`. */
  delete(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("DELETE", path, middlewares);
  }

  /** Answers HEAD requests to `path`. */
  head(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("HEAD", path, middlewares);
  }

  /** Answers requests of every method to `path`. */
  all(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("ALL", path, middlewares);
  }

  /** Not implemented: throws when the application starts, and says what to do instead. */
  ws(path: string, _handlers: WebSocketHandlers, _options?: WebSocketUpgradeOptions): this {
    throw new TypeError(
      `app.ws("${path}") is not implemented: use app.get() and ctx.upgrade() in its handler`,
    );
  }

  /** Adds a route with a component, handlers or both. */
  route(path: string, route: MaybeLazy<Route<State>>, config?: RouteConfig): this {
    return this.#add({ kind: "route", path, scope: null, route, config });
  }

  /** Wraps the pages at `path` and below it in `component`. */
  layout(path: string, component: RouteComponent<never, State>, config?: LayoutConfig): this {
    return this.#add({ kind: "layout", path, component, config });
  }

  /** Wraps every page in `component`, which renders the `<html>` element. */
  appWrapper(component: RouteComponent<never, State>): this {
    return this.#add({ kind: "app", path: "*", component });
  }

  /** Answers errors thrown at `path` and below it. */
  onError(route: ErrorRoute<State>): this;
  onError(path: string, route: ErrorRoute<State>): this;
  onError(first: string | ErrorRoute<State>, second?: ErrorRoute<State>): this {
    if (typeof first !== "string") return this.#add({ kind: "error", path: "*", route: first });
    if (second === undefined) throw new TypeError("onError() needs a route or a middleware");
    return this.#add({ kind: "error", path: first, route: second });
  }

  /** Answers every 404. */
  notFound(route: ErrorRoute<State>): this {
    return this.#add({ kind: "notFound", route });
  }

  /** Adds the routes of the `routes/` folder, below `pattern`. */
  fsRoutes(pattern = "*"): this {
    return this.#add({ kind: "files", path: pattern });
  }

  /** Adds everything `app` was given, below `path` and the base path of `app`. */
  mountApp(path: string, app: App<State>): this {
    const { basePath } = app.config;
    for (const command of app.#commands) this.#add(mounted(mounted(command, basePath), path));
    return this;
  }

  /** The function that answers requests, for `Deno.serve()`, for other frameworks and for tests. */
  handler(): AppHandler {
    const snapshot = snapshotOf(this);
    const runtime: Runtime = { config: this.config, snapshot, render: renderVNode };
    const commands = this.#commands.map((command) => mounted(command, this.config.basePath));
    const compiled = compileApp(commands, routesFolder(snapshot));
    const direct: DirectHandler = (req, info = NO_INFO) => answer(req, info, runtime, compiled);
    return publicHandler(direct);
  }

  /**
   * Serves the application; without a port, on the first free one from 8000 to 8019. Resolves when
   * it listens.
   */
  async listen(options: ListenOptions = {}): Promise<void> {
    await Promise.resolve(listen(directHandler(this.handler()), options, this.config));
  }

  #handle(method: Method | "ALL", path: string, fns: Middleware<State>[]): this {
    return this.#add({ kind: "handle", method, path, fns });
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }
}

function answer<State>(
  req: Request,
  info: Deno.ServeHandlerInfo,
  runtime: Runtime,
  compiled: Compiled<State>,
): Response | Promise<Response> {
  const path = pathOf(req.url);
  // Requests normalise the best-known methods only: `patch` arrives as it was written.
  const method = req.method === "GET" ? "GET" : req.method.toUpperCase();
  const ctx = new RequestContext<State>(req, info, runtime, path);
  const result = checked(ctx, runOf(ctx, method, compiled));
  if (ctx.allow === null && method !== "HEAD") return result;
  return finished(ctx, method, result);
}

function runOf<State>(
  ctx: RequestContext<State>,
  method: string,
  { router, unmatched }: Compiled<State>,
): Run<State> {
  const match = router.match(ctx.path);
  if (match === null) return unmatched(ctx.path);
  const { entry } = match;
  ctx.params = match.params;
  ctx.route = entry.display;
  const run = method === "GET" || (method === "HEAD" && !entry.runs.has(method))
    ? entry.get
    : entry.runs.get(method);
  if (entry.isLazy) ctx.allow = "";
  if (run !== undefined) return run;
  ctx.allow = allowedMethods(entry.runs);
  return entry.otherwise;
}

function checked<State>(
  ctx: RequestContext<State>,
  run: Run<State>,
): Response | Promise<Response> {
  try {
    const result = run(ctx);
    if (result instanceof Response) return result;
    if (!(result instanceof Promise)) throw notAResponse(result);
    return result.then(
      (value) => value instanceof Response ? value : answerError(ctx, notAResponse(value), null),
      (error) => answerError(ctx, error, null),
    );
  } catch (error) {
    return answerError(ctx, error, null);
  }
}

// A 405 names what is allowed, whoever made it; the answer to HEAD has no body, whoever answers.
async function finished<State>(
  ctx: RequestContext<State>,
  method: string,
  result: Response | Promise<Response>,
): Promise<Response> {
  const response = await result;
  if (response.status === 405 && ctx.allow && !response.headers.has("allow")) {
    response.headers.set("allow", ctx.allow);
  }
  if (method !== "HEAD") return response;
  await response.body?.cancel();
  return new Response(null, response);
}
