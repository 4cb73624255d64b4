// One object per request, shared by all its middlewares, handlers and components.
import type { ComponentType, VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import { HttpError } from "./http-error.ts";
import { NO_PARAMS, type Params } from "./pattern.ts";
import {
  upgradeOptions,
  type WebSocketHandlers,
  type WebSocketUpgradeOptions,
} from "./web-socket.ts";

/** Which wrappers `ctx.render()` leaves out. */
export interface RenderConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

/** The request, what is known about it, and the ways to answer it. */
export abstract class Context<State> {
  readonly req: Request;
  /** Connection information such as `info.remoteAddr`. */
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig;
  /** Parameters of the matched route. */
  params: Params = NO_PARAMS;
  /** The pattern of the matched route, null when none matched. */
  route: string | null = null;
  /** What was thrown, null until then. */
  error: unknown = null;
  /** Values that middlewares hand on; assign properties, the object stays the same. */
  readonly state: State;
  /** Always undefined on the context; page data is in the props. */
  readonly data: undefined;
  /** The next inner component while a layout or the app wrapper renders. */
  Component: ComponentType = Nothing;
  /** Runs the next middleware or the handler. */
  next: () => Promise<Response> = notReady;
  #url: URL | null = null;

  constructor(req: Request, info: Deno.ServeHandlerInfo, config: ResolvedFreshConfig) {
    this.req = req;
    this.info = info;
    this.config = config;
    this.state = {} as State;
  }

  /** The request's URL, parsed on first use; changing it changes it for everyone after. */
  get url(): URL {
    return this.#url ??= requestUrl(this.req, this.config.trustProxy);
  }

  /** Whether only part of the page was asked for; this implementation has no partials. */
  get isPartial(): boolean {
    return false;
  }

  /** A redirect to `pathOrUrl`; doubled slashes of a path count once, so that it stays on this host. */
  redirect(pathOrUrl: string, status = 302): Response {
    const location = pathOrUrl.startsWith("/") ? onThisHost(pathOrUrl) : pathOrUrl;
    return new Response(null, { status, headers: { location } });
  }

  /** Renders `vnode` inside the layouts and the app wrapper of the matched route. */
  abstract render(
    vnode: VNode | null,
    init?: ResponseInit,
    config?: RenderConfig,
  ): Promise<Response>;

  /** A plain text response. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** A response of ready-made HTML. */
  html(content: string, init?: ResponseInit): Response {
    return new Response(content, withDefaultType(init, "text/html; charset=utf-8"));
  }

  /** A JSON response. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  /** A response that sends each value as it is produced. */
  stream<T extends string | Uint8Array>(
    source: Iterable<T> | AsyncIterable<T> | (() => Iterable<T> | AsyncIterable<T>),
    init?: ResponseInit,
  ): Response {
    const values = typeof source === "function" ? source() : source;
    return new Response(ReadableStream.from(encodeEach(values)), init);
  }

  /**
   * Turns the request into a WebSocket; return the `response`. Throws HttpError 400 when the client
   * asked for none. Handlers instead of options are not taken yet: an error says so.
   */
  upgrade(options?: WebSocketUpgradeOptions): { socket: WebSocket; response: Response };
  upgrade(handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): Response;
  upgrade(
    given: WebSocketUpgradeOptions | WebSocketHandlers = {},
  ): { socket: WebSocket; response: Response } | Response {
    const options = upgradeOptions(given);
    if (this.req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw new HttpError(400, "Expected a WebSocket upgrade request");
    }
    return Deno.upgradeWebSocket(this.req, options);
  }
}

/** The path of an absolute URL, without parsing all of it: this runs on every request. */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  if (start === -1) return "/";
  let end = url.indexOf("?", start);
  if (end === -1) end = url.indexOf("#", start);
  const path = end === -1 ? url.slice(start) : url.slice(start, end);
  return path.includes("//") ? path.replace(/\/+/g, "/") : path;
}

// A backslash is a slash to browsers. What comes after the path is left as it is.
function onThisHost(path: string): string {
  const [pathname = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(path)?.slice(1) ?? [];
  return pathname.replace(/^[/\\]+/, "/").replace(/\/{2,}/g, "/") + rest;
}

function requestUrl(req: Request, trustProxy: boolean): URL {
  const url = new URL(req.url);
  if (url.pathname.includes("//")) url.pathname = url.pathname.replace(/\/+/g, "/");
  if (trustProxy) {
    const protocol = req.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
    const host = req.headers.get("x-forwarded-host")?.split(",")[0]?.trim();
    if (protocol === "http" || protocol === "https") url.protocol = `${protocol}:`;
    if (host) {
      // Without a port of its own the forwarded host means the protocol's default port.
      url.port = "";
      url.host = host;
    }
  }
  return url;
}

function withDefaultType(init: ResponseInit | undefined, type: string): ResponseInit {
  const headers = new Headers(init?.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return { ...init, headers };
}

async function* encodeEach(
  values: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const value of values) {
    yield typeof value === "string" ? encoder.encode(value) : value;
  }
}

function Nothing(): null {
  return null;
}

function notReady(): Promise<Response> {
  return Promise.reject(new Error("ctx.next() can only be called while a request is handled"));
}
