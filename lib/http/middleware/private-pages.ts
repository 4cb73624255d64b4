// Pages about somebody's trip: kept by nobody's cache but the person's own, and by no search engine.
import type { Middleware } from "fresh";
import type { State } from "../define.ts";

/**
 * Marks answers as private. `no-cache`, not `no-store`: the browser may go back to the page and put the
 * words back into its fields, but asks before it shows the page anew.
 */
export function privatePages(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    response.headers.set("cache-control", "private, no-cache");
    response.headers.set("x-robots-tag", "noindex");
    return response;
  };
}
