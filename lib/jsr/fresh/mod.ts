// `fresh`: the server side of the framework.
export { App } from "./app.ts";
export { createDefine, page } from "./handler.ts";
export { HttpError } from "./http-error.ts";
export { cors, type CORSOptions } from "./middlewares/cors.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { csrf, type CsrfOptions } from "./middlewares/csrf.ts";
export { ipFilter, type IpFilterOptions, type IpFilterRules } from "./middlewares/ip-filter.ts";
export { trailingSlashes } from "./middlewares/trailing-slashes.ts";
export { staticFiles } from "./static-files.ts";
export type { WebSocketHandlers, WebSocketUpgradeOptions } from "./web-socket.ts";
export type { FreshConfig, ListenOptions, ResolvedFreshConfig } from "./config.ts";
export type { Context, Context as FreshContext } from "./context.ts";
export type {
  Define,
  HandlerByMethod,
  HandlerFn,
  Island,
  LayoutConfig,
  Lazy,
  MaybeLazy,
  Method,
  Middleware,
  MiddlewareFn,
  PageProps,
  PageResponse,
  RouteConfig,
  RouteData,
  RouteHandler,
} from "./handler.ts";
