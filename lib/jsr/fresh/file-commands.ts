// File routes as the commands an application would have been given by hand.
import { type Command, joinPaths } from "./commands.ts";
import { orderRouteFiles, type RouteFile } from "./file-routes.ts";
import type {
  LayoutConfig,
  Middleware,
  Route,
  RouteComponent,
  RouteConfig,
  RouteHandler,
} from "./handler.ts";
import type { ModuleMap } from "./snapshot.ts";

interface RouteModule<State> {
  default?: unknown;
  handler?: RouteHandler<unknown, State> | Middleware<State> | Middleware<State>[];
  handlers?: RouteHandler<unknown, State> | Middleware<State> | Middleware<State>[];
  config?: RouteConfig & LayoutConfig;
}

/** The commands for the files `routes`, mounted at `base` (`*` for the root). */
export function fileCommands<State>(routes: ModuleMap, base: string): Command<State>[] {
  const prefix = base.replace(/\/?\*?$/, "");
  return orderRouteFiles(routes).flatMap((file) => fileCommand<State>(file, prefix) ?? []);
}

function fileCommand<State>(file: RouteFile, prefix: string): Command<State> | null {
  const module: RouteModule<State> = file.module;
  const scope = [...prefix.split("/").filter((piece) => piece !== ""), ...file.folders];
  const path = `/${scope.join("/")}`.replaceAll("/{/", "{/");
  switch (file.kind) {
    case "middleware": {
      const fns = middlewaresOf(module, file);
      return fns === null ? null : { kind: "use", path, fns };
    }
    case "app":
      return { kind: "app", path, component: componentOf(module, file) };
    case "layout":
      if ((module.handlers ?? module.handler) !== undefined) {
        warn(`Layout ${file.path} exports a handler, which is never called`);
        if (module.default === undefined) return null;
      }
      return { kind: "layout", path, component: componentOf(module, file), config: module.config };
    case "error":
      return { kind: "error", path, route: routeOf(module) };
    case "notFound":
      return { kind: "notFound", route: routeOf(module) };
    case "route":
      return {
        kind: "route",
        path: joinPaths(prefix, module.config?.routeOverride ?? file.pattern),
        scope,
        route: checkedRoute(routeOf(module), file),
        config: module.config,
      };
  }
}

function routeOf<State>(module: RouteModule<State>): Route<State> {
  return {
    component: module.default as RouteComponent<never, State> | undefined,
    handler: module.handler as RouteHandler<unknown, State> | undefined,
    handlers: module.handlers as RouteHandler<unknown, State> | undefined,
    config: module.config,
  };
}

function checkedRoute<State>(route: Route<State>, file: RouteFile): Route<State> {
  if (
    route.component === undefined && route.handler === undefined && route.handlers === undefined
  ) {
    throw new TypeError(`Route ${file.path} exports neither a component nor a handler`);
  }
  return route;
}

/** Null for an object of handlers by method, which no request can reach: a warning says so. */
function middlewaresOf<State>(
  module: RouteModule<State>,
  file: RouteFile,
): Middleware<State>[] | null {
  const found: unknown = module.handlers ?? module.handler ?? module.default;
  if (typeof found === "object" && found !== null && !Array.isArray(found)) {
    warn(`Middleware ${file.path} exports handlers by method, which are never called`);
    return null;
  }
  const list: unknown[] = Array.isArray(found) ? found : [found];
  if (!list.every((fn) => typeof fn === "function")) {
    throw new TypeError(
      `Middleware ${file.path} exports no function as default, "handler" or "handlers"`,
    );
  }
  return list as Middleware<State>[];
}

function warn(message: string): void {
  console.warn(`[WARNING] Unsupported route file: ${message}`);
}

function componentOf<State>(
  module: RouteModule<State>,
  file: RouteFile,
): RouteComponent<never, State> {
  if (typeof module.default !== "function") {
    throw new TypeError(`${file.path} has no component as its default export`);
  }
  return module.default as RouteComponent<never, State>;
}
