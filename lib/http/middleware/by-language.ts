// What a person reads depends on the language in their cookie: whoever keeps an answer must know.
import type { Middleware } from "fresh";
import type { State } from "../define.ts";
import { addVary } from "../vary.ts";

/**
 * Says on every answer that may be kept that it depends on the cookie. A page that says nothing about
 * caches is its reader's own and asked for anew: it is in their language, of today, and its scripts
 * carry a nonce of this one answer.
 */
export function byLanguage(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const { headers } = response;
    const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
    if (isPage && !headers.has("cache-control")) headers.set("cache-control", "private, no-cache");
    if (!/no-store/.test(headers.get("cache-control") ?? "")) addVary(headers, "Cookie");
    return response;
  };
}
