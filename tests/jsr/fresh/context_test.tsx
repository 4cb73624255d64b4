import assert from "node:assert/strict";
import { App, type Context, type FreshConfig } from "fresh";
import { caller, logged } from "./support/test-app.ts";

function answer(
  handler: (ctx: Context<unknown>) => Response | Promise<Response>,
  config?: FreshConfig,
) {
  return caller(new App(config).get("/x", handler));
}

Deno.test("redirect() answers 302 and keeps to this host", async () => {
  const location = async (to: string) => {
    const response = await answer((ctx) => ctx.redirect(to))("/x");
    assert.equal(response.status, 302);
    return response.headers.get("location");
  };
  assert.equal(await location("/next?a=1"), "/next?a=1");
  assert.equal(await location("//evil.example/x"), "/evil.example/x");
  assert.equal(await location("/\\evil.example"), "/evil.example");
  assert.equal(await location("//evil.example//a//b?to=//x#//y"), "/evil.example/a/b?to=//x#//y");
  assert.equal(await location("https://other.example//a"), "https://other.example//a");
  assert.equal((await answer((ctx) => ctx.redirect("/y", 303))("/x")).status, 303);
});

Deno.test("text(), html() and json() set their type", async () => {
  const type = async (handler: (ctx: Context<unknown>) => Response) =>
    (await answer(handler)("/x")).headers.get("content-type");
  assert.equal(await type((ctx) => ctx.text("a")), "text/plain;charset=UTF-8");
  assert.equal(await type((ctx) => ctx.html("<b>")), "text/html; charset=utf-8");
  assert.equal(await type((ctx) => ctx.json({})), "application/json");
  const own = { headers: { "content-type": "application/xhtml+xml" } };
  assert.equal(await type((ctx) => ctx.html("<b/>", own)), "application/xhtml+xml");
});

Deno.test("stream() sends what an iterable or a generator gives, as it comes", async () => {
  const generator = answer((ctx) =>
    ctx.stream(function* () {
      yield "one ";
      yield new TextEncoder().encode("two");
    })
  );
  assert.equal(await (await generator("/x")).text(), "one two");
  const asynchronous = answer((ctx) =>
    ctx.stream(
      (async function* () {
        yield await Promise.resolve("later");
      })(),
      { status: 201 },
    )
  );
  const response = await asynchronous("/x");
  assert.equal(response.status, 201);
  assert.equal(await response.text(), "later");
});

Deno.test("ctx.url is one URL for all, with the query", async () => {
  const app = new App().use((ctx) => {
    ctx.url.searchParams.set("b", "2");
    return ctx.next();
  }).get("/x", (ctx) => ctx.text(ctx.url.search));
  assert.equal(await (await caller(app)("/x?a=1")).text(), "?a=1&b=2");
});

Deno.test("forwarded protocol and host count only with trustProxy", async () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "boka.example" };
  const show = (ctx: Context<unknown>) => ctx.text(ctx.url.origin);
  assert.equal(await (await answer(show)("/x", { headers })).text(), "http://localhost");
  const trusting = answer(show, { trustProxy: true });
  assert.equal(await (await trusting("/x", { headers })).text(), "https://boka.example");
  assert.equal(await (await trusting("/x")).text(), "http://localhost");
});

Deno.test("render() wraps in layouts and app, unless told not to", async () => {
  const app = new App()
    .appWrapper(({ Component }) => (
      <html>
        <body id="app">
          <Component />
        </body>
      </html>
    ))
    .layout("*", ({ Component }) => (
      <div id="layout">
        <Component />
      </div>
    ))
    .get("/all", (ctx) => ctx.render(<p>x</p>, { status: 418, headers: { "x-a": "1" } }))
    .get(
      "/bare",
      (ctx) => ctx.render(<p>x</p>, {}, { skipAppWrapper: true, skipInheritedLayouts: true }),
    );
  const call = caller(app);
  const all = await call("/all");
  assert.equal(all.status, 418);
  assert.equal(all.headers.get("x-a"), "1");
  assert.equal(all.headers.get("content-type"), "text/html; charset=utf-8");
  const wrapped = '<html><body id="app"><div id="layout"><p>x</p></div></body></html>';
  assert.equal(await all.text(), `<!DOCTYPE html>${wrapped}`);
  assert.equal(
    await (await call("/bare")).text(),
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><p>x</p></body></html>',
  );
});

Deno.test("info holds the address of the client", async () => {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    new App().get("/", (ctx) => ctx.json(ctx.info.remoteAddr)).handler(),
  );
  const response = await fetch(`http://127.0.0.1:${server.addr.port}/`);
  assert.equal((await response.json()).hostname, "127.0.0.1");
  await server.shutdown();
});

Deno.test("render() takes JSX or null, and nothing else", async () => {
  const wrong: unknown[] = [undefined, {}, "text", [<p key="x">x</p>]];
  for (const value of wrong) {
    const call = answer((ctx) => ctx.render(value as null));
    const entries = await logged(async () => assert.equal((await call("/x")).status, 500));
    assert.match(String(entries[0]), /takes JSX or null/);
  }
  assert.equal((await answer((ctx) => ctx.render(null))("/x")).status, 200);
});

Deno.test("upgrade() asks the client for a WebSocket, and refuses handlers by name", async () => {
  const refused = await answer((ctx) => ctx.upgrade().response)("/x");
  assert.equal(refused.status, 400);
  assert.equal(await refused.text(), "Expected a WebSocket upgrade request");
  const headers = { upgrade: "websocket", connection: "Upgrade" };
  const managed = answer((ctx) => ctx.upgrade({ message() {} }));
  const entries = await logged(async () => {
    assert.equal((await managed("/x", { headers })).status, 500);
  });
  assert.match(String(entries[0]), /ctx\.upgrade\(handlers\) is not implemented/);
});
