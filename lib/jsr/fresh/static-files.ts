// Serves the static files of the build, and nothing else: a path that is not in it is passed on.
import { CACHE_KEY } from "./asset.ts";
import { AssetCache } from "./asset-cache.ts";
import type { Context } from "./context.ts";
import type { Middleware } from "./handler.ts";
import { type ByteRange, isNotModified, pickEncoding, readRange } from "./http-conditions.ts";
import { type RequestContext, requestContext } from "./request-context.ts";
import type { StaticAsset } from "./snapshot.ts";

const FOREVER = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

/** Middleware that serves the files of `static/` and the browser scripts of the islands. */
export function staticFiles<State>(): Middleware<State> {
  let cache: AssetCache | null = null;
  return (publicCtx: Context<State>) => {
    const ctx = requestContext(publicCtx);
    const { snapshot, config } = ctx.runtime;
    if (snapshot === null) return passOn(ctx);
    const path = assetPath(ctx.path, config.basePath);
    const asset = snapshot.assets.get(path);
    if (asset === undefined) {
      if (path === "/favicon.ico") return new Response(null, { status: 404 });
      return passOn(ctx);
    }
    const { method } = ctx.req;
    if (method !== "GET" && method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    if (cache?.snapshot !== snapshot) cache = new AssetCache(snapshot);
    const lock = asset.immutable ? null : lockOf(ctx.req.url);
    const immutable = asset.immutable || lock === asset.hash;
    if (!immutable && lock !== null) return redirectToPlain(ctx);
    return serve(ctx.req, path, asset, immutable && config.mode === "production", cache);
  };
}

function passOn<State>(ctx: RequestContext<State>): Response | Promise<Response> {
  return ctx.inner === null ? ctx.next() : ctx.inner(ctx);
}

function assetPath(path: string, basePath: string): string {
  const below = basePath !== "" && path.startsWith(`${basePath}/`)
    ? path.slice(basePath.length)
    : path;
  if (!below.includes("%")) return below;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}

function lockOf(url: string): string | null {
  if (!url.includes(CACHE_KEY)) return null;
  return new URL(url).searchParams.get(CACHE_KEY);
}

// The page that held the link is older or newer than this build.
function redirectToPlain<State>(ctx: RequestContext<State>): Response {
  const url = new URL(ctx.req.url);
  url.searchParams.delete(CACHE_KEY);
  const location = url.pathname.replace(/^\/+/, "/") + url.search;
  return new Response(null, { status: 307, headers: { location } });
}

function serve(
  req: Request,
  path: string,
  asset: StaticAsset,
  immutable: boolean,
  cache: AssetCache,
): Response | Promise<Response> {
  const { headers } = req;
  const encoding = asset.encodings.length === 0
    ? "identity"
    : pickEncoding(headers.get("accept-encoding"), asset.encodings);
  const etag = encoding === "identity" ? `"${asset.hash}"` : `"${asset.hash}-${encoding}"`;
  const cacheControl = immutable ? FOREVER : REVALIDATE;
  if (isNotModified(headers.get("if-none-match"), asset.hash)) {
    return new Response(null, { status: 304, headers: validators(asset, etag, cacheControl) });
  }
  if (req.method === "GET") {
    const range = readRange(headers.get("range"), headers.get("if-range"), asset);
    if (range !== null) return serveRange(path, asset, range, cacheControl, cache);
  }
  const init = cache.init(path, asset, encoding, etag, cacheControl);
  if (req.method === "HEAD") return new Response(null, init);
  const bytes = cache.bytes(path, encoding);
  return bytes instanceof Promise
    ? bytes.then((loaded) => new Response(loaded, init))
    : new Response(bytes, init);
}

function validators(asset: StaticAsset, etag: string, cacheControl: string): Headers {
  const headers = new Headers({ etag, "cache-control": cacheControl });
  if (asset.encodings.length > 0) headers.set("vary", "Accept-Encoding");
  return headers;
}

// Ranges are cut from the stored bytes without encoding: a range of a compressed file is of use
// to nobody.
async function serveRange(
  path: string,
  asset: StaticAsset,
  range: ByteRange | "unsatisfiable",
  cacheControl: string,
  cache: AssetCache,
): Promise<Response> {
  const headers = validators(asset, `"${asset.hash}"`, cacheControl);
  headers.set("accept-ranges", "bytes");
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${asset.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-type", asset.type);
  headers.set("content-range", `bytes ${range.start}-${range.end}/${asset.size}`);
  const bytes = await cache.bytes(path, "identity");
  return new Response(bytes.subarray(range.start, range.end + 1), { status: 206, headers });
}
