import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { logged } from "./support/test-app.ts";

Deno.test("the development server builds, serves without caching and shows errors", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(`${root}/static`);
  await Deno.writeTextFile(`${root}/static/a.css`, "p { color: red }");
  const abort = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  const app = new App().use(staticFiles())
    .get("/page", (ctx) => ctx.html("<p>page</p>"))
    .get("/json", (ctx) => ctx.json({ mode: ctx.config.mode }))
    .get("/broken", () => {
      throw new Error("<broken>", { cause: new Error("deeper") });
    });
  await new Builder({ root }).listen(() => Promise.resolve({ app }), {
    hostname: "127.0.0.1",
    port: 0,
    signal: abort.signal,
    onListen: ({ port }) => resolve(port),
  });
  const get = async (path: string, headers = {}) =>
    await fetch(`http://127.0.0.1:${await promise}${path}`, { headers });

  assert.deepEqual(await (await get("/json")).json(), { mode: "development" });
  const css = await get("/a.css");
  assert.equal(css.headers.get("cache-control"), "no-cache");
  assert.equal(await css.text(), "p { color: red }", "not minified");
  assert.match(
    await (await get("/page")).text(),
    /<p>page<\/p><script type="module" src="([^"]+)"/,
  );
  assert.match(await (await get("/_frsh/alive.js")).text(), /new EventSource\("\/_frsh\/alive"\)/);
  const stream = await get("/_frsh/alive");
  assert.equal(stream.headers.get("content-type"), "text/event-stream");
  await stream.body?.cancel();
  await logged(async () => {
    const broken = await get("/broken");
    assert.equal(broken.status, 500);
    assert.match(await broken.text(), /&lt;broken&gt;[\s\S]*caused by[\s\S]*deeper/);
  });
  assert.match(await Deno.readTextFile(`${root}/fresh.gen.ts`), /routes: \{\},/);
  abort.abort();
  await assert.rejects(get("/page"), "it no longer serves");
  await Deno.remove(root, { recursive: true });
});
