// Starts the server of an application.
import type { ListenOptions, ResolvedFreshConfig } from "./config.ts";

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Starts to serve `handler`; returns when the server listens, not when it ends. */
export function listen(
  handler: (req: Request, info: Deno.ServeHandlerInfo) => Response | Promise<Response>,
  options: ListenOptions,
  config: ResolvedFreshConfig,
): void {
  const { remoteAddress: _, ...serveOptions } = options;
  const onListen = options.onListen ?? (({ hostname, port }) => {
    const host = hostname === "0.0.0.0" || hostname === "::" ? "localhost" : hostname;
    console.log(`Listening on http://${host}:${port}${config.basePath}/`);
  });
  for (let port = options.port ?? FIRST_PORT;; port++) {
    try {
      Deno.serve({ ...serveOptions, port, onListen }, handler);
      return;
    } catch (error) {
      const inUse = error instanceof Deno.errors.AddrInUse;
      if (!inUse || options.port !== undefined || port >= LAST_PORT) throw error;
    }
  }
}
