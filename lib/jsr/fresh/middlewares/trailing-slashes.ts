// One spelling per page: with or without a slash at the end.
import type { Middleware } from "../handler.ts";

/** Redirects to the URL with (`always`) or without (`never`) a trailing slash. */
export function trailingSlashes<State>(mode: "always" | "never"): Middleware<State> {
  return (ctx) => {
    const { pathname, search } = ctx.url;
    const hasSlash = pathname.endsWith("/");
    if (pathname !== "/") {
      if (mode === "never" && hasSlash) {
        return ctx.redirect((pathname.replace(/\/+$/, "") || "/") + search);
      }
      // A name with an extension is a file, not a folder.
      const isFile = /\.[^/]+$/.test(pathname);
      if (mode === "always" && !hasSlash && !isFile) return ctx.redirect(`${pathname}/${search}`);
    }
    return ctx.next();
  };
}
