import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { makeSnapshot, useSnapshot } from "fresh/internal";
import type { Encoding } from "../../../lib/jsr/fresh/snapshot.ts";
import { caller, emptyData } from "./support/test-app.ts";

const TEXT = "0123456789";

function site(config?: { basePath: string }) {
  const app = new App(config).use(staticFiles()).get("/page", () => new Response("page"));
  const file = (immutable: boolean, encodings: Encoding[] = []) => ({
    type: "text/plain; charset=utf-8",
    hash: "abc",
    size: TEXT.length,
    immutable,
    encodings,
  });
  const assets = {
    "/a.txt": file(false),
    "/å b.txt": file(false),
    "/c.txt": file(false, ["br", "gzip"]),
    "/_fresh/js/x-HASH.js": file(true),
  };
  const snapshot = makeSnapshot(
    { ...emptyData(), assets },
    { routes: {}, islands: {} },
    (_path, encoding) => new TextEncoder().encode(encoding === "identity" ? TEXT : encoding),
  );
  useSnapshot(app, snapshot);
  return caller(app);
}

Deno.test("a file is served with its type and ETag, to be asked for again", async () => {
  const response = await site()("/a.txt");
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/plain; charset=utf-8");
  assert.equal(response.headers.get("etag"), '"abc"');
  assert.equal(response.headers.get("cache-control"), "no-cache");
  assert.equal(await response.text(), TEXT);
});

Deno.test("a locked URL and a hashed name may be kept for ever", async () => {
  for (const path of ["/a.txt?__frsh_c=abc", "/_fresh/js/x-HASH.js"]) {
    const response = await site()(path);
    assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
  }
});

Deno.test("a lock of another build leads to the plain URL", async () => {
  const response = await site()("/a.txt?__frsh_c=old&x=1");
  assert.equal(response.status, 307);
  assert.equal(response.headers.get("location"), "/a.txt?x=1");
});

Deno.test("If-None-Match answers 304 without a body", async () => {
  for (const tag of ['"abc"', 'W/"abc"', '"x", "abc"', "*", '"abc-br"']) {
    const response = await site()("/a.txt", { headers: { "if-none-match": tag } });
    assert.equal(response.status, 304, tag);
    assert.equal(response.headers.get("etag"), '"abc"');
    assert.equal(response.body, null);
  }
  const other = await site()("/a.txt", { headers: { "if-none-match": '"abcd"' } });
  assert.equal(other.status, 200);
});

Deno.test("the best stored encoding that is accepted is sent", async () => {
  const encoding = async (accept: string) => {
    const response = await site()("/c.txt", { headers: { "accept-encoding": accept } });
    assert.equal(response.headers.get("vary"), "Accept-Encoding");
    return [response.headers.get("content-encoding"), response.headers.get("etag")];
  };
  assert.deepEqual(await encoding("gzip, deflate, br"), ["br", '"abc-br"']);
  assert.deepEqual(await encoding("gzip"), ["gzip", '"abc-gzip"']);
  assert.deepEqual(await encoding("br;q=0.5, gzip"), ["gzip", '"abc-gzip"']);
  assert.deepEqual(await encoding("br;q=0, gzip;q=0"), [null, '"abc"']);
  assert.deepEqual(await encoding("*"), ["br", '"abc-br"']);
  assert.deepEqual(await encoding("identity"), [null, '"abc"']);
});

Deno.test("one range of bytes is served, an impossible one refused", async () => {
  const range = async (value: string, ifRange?: string) => {
    const headers = { range: value, ...(ifRange === undefined ? {} : { "if-range": ifRange }) };
    const response = await site()("/c.txt", { headers });
    return [response.status, await response.text(), response.headers.get("content-range")];
  };
  assert.deepEqual(await range("bytes=2-4"), [206, "234", "bytes 2-4/10"]);
  assert.deepEqual(await range("bytes=7-"), [206, "789", "bytes 7-9/10"]);
  assert.deepEqual(await range("bytes=-2"), [206, "89", "bytes 8-9/10"]);
  assert.deepEqual(await range("bytes=5-99"), [206, "56789", "bytes 5-9/10"]);
  assert.deepEqual(await range("bytes=10-"), [416, "", "bytes */10"]);
  assert.deepEqual(await range("bytes=-0"), [416, "", "bytes */10"]);
  assert.deepEqual(await range("bytes=0-1,3-4"), [200, TEXT, null]);
  assert.deepEqual(await range("bytes=4-2"), [200, TEXT, null]);
  assert.deepEqual(await range("lines=1-2"), [200, TEXT, null]);
  assert.deepEqual(await range("bytes=0-0", '"abc"'), [206, "0", "bytes 0-0/10"]);
  assert.deepEqual(await range("bytes=0-0", '"old"'), [200, TEXT, null]);
  assert.deepEqual(await range("bytes=0-0", 'W/"abc"'), [200, TEXT, null]);
});

Deno.test("HEAD gives the headers, other methods 405", async () => {
  const head = await site()("/a.txt", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(head.headers.get("etag"), '"abc"');
  assert.equal(await head.text(), "");
  const post = await site()("/a.txt", { method: "POST" });
  assert.equal(post.status, 405);
  assert.equal(post.headers.get("allow"), "GET, HEAD");
});

Deno.test("only files of the build are served, everything else goes on", async () => {
  const call = site();
  assert.equal(await (await call("/page")).text(), "page");
  for (const path of ["/../a.txt/..%2f", "/%2e%2e/deno.json", "/..%2fdeno.json", "/deno.json"]) {
    assert.equal((await call(path)).status, 404, path);
  }
  assert.equal((await call("/%C3%A5%20b.txt")).status, 200);
  const icon = await call("/favicon.ico");
  assert.equal(icon.status, 404);
  assert.equal(await icon.text(), "");
});

Deno.test("files are below the base path", async () => {
  const call = site({ basePath: "/app" });
  assert.equal((await call("/app/a.txt")).status, 200);
});
