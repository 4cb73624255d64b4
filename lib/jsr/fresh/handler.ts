// What a route consists of: handlers, components and their configuration.
import type { ComponentChildren, ComponentType, VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import type { Context } from "./context.ts";
import type { Params } from "./pattern.ts";

/** HTTP methods a route can handle. */
export type Method = "HEAD" | "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "OPTIONS";

/** The methods in the order in which they are listed in an `Allow` header. */
export const METHODS: readonly Method[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
];

/** A value loaded on first use, usually by a dynamic import. */
export type Lazy<T> = () => Promise<T>;

/** A value, or a function that loads it on first use. */
export type MaybeLazy<T> = T | Lazy<T>;

/** What a handler returns to have the route's component rendered with `data`. */
export interface PageResponse<T> {
  data: T;
  headers?: HeadersInit | undefined;
  status?: number | undefined;
}

/** Runs before (and, around `ctx.next()`, after) the handlers of the routes below it. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** Another name for {@linkcode Middleware}. */
export type MiddlewareFn<State> = Middleware<State>;

/** Handles one method, or every method, of a route. */
export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) => Response | PageResponse<Data> | Promise<Response | PageResponse<Data>>;

/** One handler per method; other methods answer 405. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** The handlers of a route: one function for all methods, or one per method. */
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

type ReturnedData<Fn> = Fn extends (...args: never[]) => infer Result
  ? Awaited<Result> extends infer Settled ? Settled extends PageResponse<infer Data> ? Data : never
  : never
  : never;

/** The data that the handlers `Handler` pass to the page. */
export type RouteData<Handler> = Handler extends (...args: never[]) => unknown
  ? ReturnedData<Handler>
  : { [M in keyof Handler]: ReturnedData<Handler[M]> }[keyof Handler];

/** The props of a page, layout, error page or app wrapper. */
export interface PageProps<Data = unknown, State = unknown> {
  /** The next inner component; only rendered by layouts and the app wrapper. */
  Component: ComponentType;
  config: ResolvedFreshConfig;
  data: Data;
  error: unknown;
  info: Deno.ServeHandlerInfo;
  isPartial: boolean;
  params: Params;
  req: Request;
  state: State;
  url: URL;
  route: string | null;
}

/** A component given the props of the request; may be async and may then return a Response. */
export type RouteComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Response | Promise<ComponentChildren | Response>;

/** Settings that a route file exports as `config`. */
export interface RouteConfig {
  /** A URLPattern pathname that replaces the pattern derived from the file's path. */
  routeOverride?: string;
  /** Leaves out the layouts of the folders above. */
  skipInheritedLayouts?: boolean;
  /** Leaves out `_app`. */
  skipAppWrapper?: boolean;
  /** Limits a handler function to these methods. */
  methods?: "ALL" | Method[];
}

/** Settings that a layout file exports as `config`. */
export interface LayoutConfig {
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
}

/** A route as passed to `app.route()`. */
export interface Route<State> {
  component?: RouteComponent<never, State> | undefined;
  handler?: RouteHandler<unknown, State> | undefined;
  handlers?: RouteHandler<unknown, State> | undefined;
  config?: RouteConfig | undefined;
}

/** A component exported from `islands/`, rendered on the server and hydrated in the browser. */
export interface Island {
  readonly file: string;
  readonly exportName: string;
  readonly name: string;
  readonly fn: ComponentType;
}

/** Identity helpers that give handlers, pages, layouts and middleware their types. */
export interface Define<State> {
  handlers<Data, Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>>(
    handlers: Handlers,
  ): Handlers;
  page<
    Handler extends RouteHandler<unknown, State> = never,
    Data = [Handler] extends [never] ? unknown : RouteData<Handler>,
    Result extends PageResult = PageResult,
  >(
    render: (props: PageProps<Data, State>) => Result,
  ): (props: PageProps<Data, State>) => Result;
  layout<Result extends PageResult = PageResult>(
    render: (props: PageProps<unknown, State>) => Result,
  ): (props: PageProps<unknown, State>) => Result;
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/** What a page or layout component may return. */
export type PageResult =
  | VNode
  | ComponentChildren
  | Response
  | Promise<VNode | ComponentChildren | Response>;

/** Makes the `define` helpers for an application whose middleware share `State`. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}

/** Returned by a handler: render the route's component with `data`; null arrives as undefined. */
export function page<T>(
  data: T,
  options?: { status?: number | undefined; headers?: HeadersInit | undefined },
): PageResponse<T>;
export function page(): PageResponse<undefined>;
export function page<T>(
  data?: T,
  options?: { status?: number | undefined; headers?: HeadersInit | undefined },
): PageResponse<T | undefined> {
  return { data: data ?? undefined, headers: options?.headers, status: options?.status };
}
