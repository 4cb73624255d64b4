// A context with what the framework itself keeps about the request.
import { isValidElement, type VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import { Context, type RenderConfig } from "./context.ts";
import type { Layers } from "./layers.ts";
import type { Snapshot } from "./snapshot.ts";

/** What all requests of an application share. */
export interface Runtime {
  readonly config: ResolvedFreshConfig;
  readonly snapshot: Snapshot | null;
  render<State>(
    ctx: RequestContext<State>,
    vnode: VNode | null,
    init: ResponseInit,
    config: RenderConfig,
  ): Response | Promise<Response>;
}

/** The one kind of context there is; applications see it as {@linkcode Context}. */
export class RequestContext<State> extends Context<State> {
  readonly runtime: Runtime;
  /** The request path without base path and doubled slashes. */
  readonly path: string;
  /** The wrappers of the matched route. */
  layers: Layers | null = null;
  /**
   * The methods the matched path can handle, for the `Allow` header of a 405; null when it handles
   * the request's, empty until a lazy route is loaded.
   */
  allow: string | null = null;
  /** Set by `csp({ useNonce: true })`: put on inline scripts and styles. */
  nonce: string | null = null;
  /** Whether a page was rendered with the nonce. */
  nonceRendered = false;
  /** What `next()` runs, for the framework's own middlewares, which need no promise. */
  inner: ((ctx: RequestContext<State>) => Response | Promise<Response>) | null = null;

  constructor(req: Request, info: Deno.ServeHandlerInfo, runtime: Runtime, path: string) {
    super(req, info, runtime.config);
    this.runtime = runtime;
    this.path = path;
  }

  override render(
    vnode: VNode | null,
    init: ResponseInit = {},
    config: RenderConfig = {},
  ): Promise<Response> {
    try {
      if (vnode !== null && !isValidElement(vnode)) {
        throw new TypeError("ctx.render() takes JSX or null, and got neither");
      }
      return Promise.resolve(this.runtime.render(this, vnode, init, config));
    } catch (error) {
      return Promise.reject(error);
    }
  }
}

/** The framework's view of the context that was handed to a middleware. */
export function requestContext<State>(ctx: Context<State>): RequestContext<State> {
  if (ctx instanceof RequestContext) return ctx;
  throw new TypeError("This middleware only runs inside an App");
}
