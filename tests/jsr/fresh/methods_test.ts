import assert from "node:assert/strict";
import { App } from "fresh";
import { caller } from "./support/test-app.ts";

Deno.test("HEAD is answered by the GET handler without a body", async () => {
  const app = new App().get("/", () => new Response("body", { headers: { "x-a": "1" } }))
    .head("/own", () => new Response(null, { status: 204 }));
  const call = caller(app);
  const response = await call("/", { method: "HEAD" });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("x-a"), "1");
  assert.equal(await response.text(), "");
  assert.equal((await call("/own", { method: "HEAD" })).status, 204);
});

Deno.test("a wrong method answers 405 and OPTIONS 204, both with Allow", async () => {
  const app = new App().get("/x", () => new Response("x")).put("/x", () => new Response("x"));
  const call = caller(app);
  const wrong = await call("/x", { method: "POST" });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "GET, HEAD, PUT, OPTIONS");
  const lazy = new App().use(async (ctx) => await ctx.next())
    .route("/lazy", async () => await Promise.resolve({ component: () => null }));
  const refused = await caller(lazy)("/lazy", { method: "POST" });
  assert.equal(refused.status, 405);
  assert.equal(refused.headers.get("allow"), "GET, HEAD, OPTIONS");
  const options = await call("/x", { method: "OPTIONS" });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get("allow"), "GET, HEAD, PUT, OPTIONS");
});

Deno.test("the first pattern that fits an address decides, also over the method", async () => {
  const app = new App().get("/x", () => new Response("get"))
    .get("/a/:id", () => new Response("get"))
    .all("/:path*", () => new Response("rest"));
  for (const path of ["/x", "/a/1"]) {
    assert.equal((await caller(app)(path, { method: "POST" })).status, 405, path);
  }
  assert.equal(await (await caller(app)("/y", { method: "POST" })).text(), "rest");
});

Deno.test("all() takes every method", async () => {
  const call = caller(new App().all("/x", (ctx) => ctx.text(ctx.req.method)));
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    assert.equal(await (await call("/x", { method })).text(), method);
  }
});

Deno.test("the answer to HEAD has no body, whoever made it", async () => {
  const app = new App().head("/own", () => new Response("own"))
    .all("/all", () => new Response("all", { headers: { "x-a": "1" } }))
    .route("/route", { handler: { HEAD: () => new Response("route") } });
  for (const path of ["/own", "/all", "/route", "/unknown"]) {
    assert.equal((await caller(app)(path, { method: "HEAD" })).body, null, path);
  }
  assert.equal((await caller(app)("/all", { method: "HEAD" })).headers.get("x-a"), "1");
});

Deno.test("a method counts whether or not it is written in capitals", async () => {
  const app = new App().patch("/x", () => new Response("patched"))
    .route(
      "/lazy",
      async () => await Promise.resolve({ handler: { PATCH: () => new Response("patched") } }),
    )
    .route("/route", { handler: { PATCH: () => new Response("patched") } });
  for (const path of ["/x", "/route", "/lazy"]) {
    assert.equal(await (await caller(app)(path, { method: "patch" })).text(), "patched", path);
  }
});
