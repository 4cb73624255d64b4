// What an application was told, in order, before it is compiled into routes.
import type {
  LayoutConfig,
  Lazy,
  MaybeLazy,
  Method,
  Middleware,
  Route,
  RouteComponent,
  RouteConfig,
} from "./handler.ts";

/** One call on an application. */
export type Command<State> =
  | { kind: "use"; path: string; fns: Middleware<State>[] }
  | { kind: "handle"; method: Method | "ALL"; path: string; fns: Middleware<State>[] }
  | {
    kind: "route";
    path: string;
    scope: string[] | null;
    route: MaybeLazy<Route<State>>;
    config: RouteConfig | undefined;
  }
  | {
    kind: "layout";
    path: string;
    component: RouteComponent<never, State>;
    config: LayoutConfig | undefined;
  }
  | { kind: "app"; path: string; component: RouteComponent<never, State> }
  | { kind: "error"; path: string; route: ErrorRoute<State> }
  | { kind: "notFound"; route: ErrorRoute<State> }
  | { kind: "files"; path: string };

/** An error page: a route, a middleware, or a function that loads one of them. */
export type ErrorRoute<State> =
  | Middleware<State>
  | Route<State>
  | Lazy<Middleware<State> | Route<State>>;

/** `command` for an application mounted at `base`. */
export function mounted<State>(command: Command<State>, base: string): Command<State> {
  const prefix = base.replace(/\/?\*?$/, "");
  if (prefix === "" || !("path" in command)) return command;
  return { ...command, path: joinPaths(prefix, command.path) };
}

/** `base` followed by `path`, where `*` stands for everything below `base`. */
export function joinPaths(base: string, path: string): string {
  if (path === "*" || path === "/*") return `${base}/*`;
  if (path === "/" || path === "") return base === "" ? "/" : base;
  return base + (path.startsWith("/") || path.startsWith("{/") ? path : `/${path}`);
}
