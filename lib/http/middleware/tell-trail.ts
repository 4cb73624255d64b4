// Tells the page what its answers are called by us: the browser hands it to the session trail, which never looks at addresses.
import type { Middleware } from "fresh";
import type { State } from "../define.ts";

/** Types of answers that pages show or ask for. */
const TOLD = /^(text\/html|application\/(problem\+)?json)/;

/**
 * Adds route pattern, reference and error code as `Server-Timing` (W3C Server Timing): no script has to read an
 * address, which may hold a secret, to know them.
 */
export function tellTrail(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    if (!TOLD.test(response.headers.get("content-type") ?? "")) return response;
    const { requestId, errorCode } = ctx.state;
    const said = `${ctx.route ?? ""} ${requestId} ${errorCode}`.trimEnd();
    response.headers.append("server-timing", `trail;desc="${said}"`);
    return response;
  };
}
