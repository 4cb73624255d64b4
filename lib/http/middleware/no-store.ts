// Answers about somebody or about now: kept by no cache unless they say otherwise.
import type { Middleware } from "fresh";
import type { State } from "../define.ts";

/** Marks answers `no-store` that say nothing about caches themselves. Answers to errors: see `answerErrors`. */
export function noStore(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  };
}
