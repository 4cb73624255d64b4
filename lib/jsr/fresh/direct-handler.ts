// The two forms of an application's handler: with a promise, and without one where none is needed.

/** A function that answers a request. */
export type AppHandler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** The same, which answers at once when nothing in the request waits. */
export type DirectHandler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

const directHandlers = new WeakMap<AppHandler, DirectHandler>();

/** `direct` for applications, which may rely on getting a promise. */
export function publicHandler(direct: DirectHandler): AppHandler {
  const handler: AppHandler = (req, info) => {
    try {
      const result = direct(req, info);
      return result instanceof Promise ? result : Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  directHandlers.set(handler, direct);
  return handler;
}

/** The form for servers: a promise per request costs a simple route a tenth of its speed. */
export function directHandler(handler: AppHandler): DirectHandler {
  return directHandlers.get(handler) ?? handler;
}
