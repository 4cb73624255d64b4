import assert from "node:assert/strict";
import { App, type Context, createDefine, HttpError, page, type PageProps } from "fresh";
import { filePattern, isRouteFile } from "../../../lib/jsr/fresh/file-routes.ts";
import { caller, fileApp, withModules } from "./support/test-app.ts";

const text = (value: string) => ({ handler: () => new Response(value) });

Deno.test("a file's path says its pattern", () => {
  const expected: Record<string, string> = {
    "index.tsx": "/",
    "a/index.ts": "/a",
    "about.tsx": "/about",
    "a/[id].tsx": "/a/:id",
    "[id]-x.tsx": "/:id-x",
    "docs/[[v]]/index.tsx": "/docs{/:v}?",
    "docs/[[v]]/[page].tsx": "/docs{/:v}?/:page",
    "old/[...path].tsx": "/old/:path*",
    "(group)/x.tsx": "/x",
    "(group)/index.tsx": "/",
    "sitemap.xml.ts": "/sitemap.xml",
  };
  for (const [file, pattern] of Object.entries(expected)) assert.equal(filePattern(file), pattern);
});

Deno.test("tests, other files and underscore groups are no routes", () => {
  for (const file of ["a_test.ts", "a.test.tsx", "a.css", "(_islands)/X.tsx", "b/(_part)/x.ts"]) {
    assert.equal(isRouteFile(file), false, file);
  }
  assert.equal(isRouteFile("(group)/x.jsx"), true);
});

Deno.test("names come before parameters, and rest parameters last", async () => {
  const call = fileApp({
    "a/[...rest].ts": text("rest"),
    "a/[id].ts": text("param"),
    "a/b.ts": text("name"),
    "a/[id]-x.ts": text("mixed"),
    "a/index.ts": text("index"),
  });
  const get = async (path: string) => await (await call(path)).text();
  assert.equal(await get("/a"), "index");
  assert.equal(await get("/a/b"), "name");
  assert.equal(await get("/a/7-x"), "mixed");
  assert.equal(await get("/a/7"), "param");
  assert.equal(await get("/a/7/8"), "rest");
});

Deno.test("optional and rest parameters are empty when absent", async () => {
  const show = { handler: (ctx: Context<unknown>) => ctx.json([ctx.params, ctx.route]) };
  const call = fileApp({ "docs/[[v]]/index.ts": show, "old/[...path].ts": show });
  const get = async (path: string) => await (await call(path)).json();
  assert.deepEqual(await get("/docs"), [{ v: "" }, "/docs/:v?"]);
  assert.deepEqual(await get("/docs/2"), [{ v: "2" }, "/docs/:v?"]);
  assert.deepEqual(await get("/old"), [{ path: "" }, "/old/:path*"]);
  assert.deepEqual(await get("/old/a/b"), [{ path: "a/b" }, "/old/:path*"]);
});

interface Trail {
  trail?: string[];
}

function mark(name: string) {
  return (ctx: Context<Trail>) => {
    (ctx.state.trail ??= []).push(name);
    return ctx.next();
  };
}

Deno.test("middlewares run by folder, outer ones first, arrays in order", async () => {
  const routes = {
    "deep/a/x.ts": { handler: (ctx: Context<Trail>) => ctx.json(ctx.state.trail) },
    "deep/a/_middleware.ts": { default: [mark("a1"), mark("a2")] },
    "deep/_middleware.ts": { handler: mark("deep") },
    "_middleware.ts": { default: mark("root") },
    "(group)/_middleware.ts": { default: mark("group") },
    "(group)/y.ts": { handler: (ctx: Context<Trail>) => ctx.json(ctx.state.trail) },
  };
  const app = new App<Trail>().use(mark("app")).fsRoutes().get(
    "/after",
    (ctx) => ctx.json(ctx.state.trail),
  );
  const call = caller(withModules(app, routes));
  const expected = ["app", "root", "deep", "a1", "a2"];
  assert.deepEqual(await (await call("/deep/a/x")).json(), expected);
  assert.deepEqual(await (await call("/y")).json(), ["app", "root", "group"]);
  assert.deepEqual(await (await call("/after")).json(), ["app", "root"]);
});

Deno.test("app and layouts wrap a page from the outside in, groups have their own", async () => {
  const wrap = (tag: string) => ({
    default: ({ Component }: PageProps) => (
      <div class={tag}>
        <Component />
      </div>
    ),
  });
  const call = fileApp({
    "_layout.tsx": wrap("root"),
    "a/_layout.tsx": wrap("a"),
    "(g)/_layout.tsx": wrap("group"),
    "a/x.tsx": { default: () => <p>x</p> },
    "(g)/y.tsx": { default: () => <p>y</p> },
    "a/alone.tsx": { default: () => <p>z</p>, config: { skipInheritedLayouts: true } },
  });
  const body = async (path: string) =>
    /<body>(.*)<\/body>/.exec(await (await call(path)).text())?.[1];
  assert.equal(await body("/a/x"), '<div class="root"><div class="a"><p>x</p></div></div>');
  assert.equal(await body("/y"), '<div class="root"><div class="group"><p>y</p></div></div>');
  assert.equal(await body("/a/alone"), "<p>z</p>");
});

Deno.test("a layout can leave out the layouts and the app above it", async () => {
  const call = fileApp({
    "_app.tsx": {
      default: ({ Component }: PageProps) => (
        <html>
          <body>
            <Component />
          </body>
        </html>
      ),
    },
    "_layout.tsx": {
      default: ({ Component }: PageProps) => (
        <i>
          <Component />
        </i>
      ),
    },
    "a/_layout.tsx": {
      default: ({ Component }: PageProps) => (
        <b>
          <Component />
        </b>
      ),
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    },
    "a/x.tsx": { default: () => <p>x</p> },
    "y.tsx": { default: () => <p>y</p>, config: { skipAppWrapper: true } },
  });
  assert.match(await (await call("/a/x")).text(), /<head>.*<body><b><p>x<\/p><\/b>/);
  assert.match(await (await call("/y")).text(), /<head>.*<body><i><p>y<\/p><\/i>/);
});

Deno.test("routeOverride replaces the pattern of the file", async () => {
  const call = fileApp({ "a/x.ts": { ...text("moved"), config: { routeOverride: "/b/:id" } } });
  assert.equal(await (await call("/b/1")).text(), "moved");
  assert.equal((await call("/a/x")).status, 404);
});

const define = createDefine<{ user?: string }>();

Deno.test("handlers give the page its data, status and headers", async () => {
  const handler = define.handlers({
    GET: () => page({ name: "Åsa" }, { headers: { "x-a": "1" } }),
    async POST(ctx) {
      const form = await ctx.req.formData();
      return page({ name: String(form.get("name")) }, { status: 422 });
    },
    DELETE: () => new Response(null, { status: 204 }),
  });
  const Page = define.page<typeof handler>(({ data, url, params, state, route, req, info }) => {
    assert.deepEqual([{ ...params }, state, route], [{}, {}, "/x"]);
    assert.ok(req instanceof Request && info.remoteAddr);
    return <p>{data.name} {url.pathname}</p>;
  });
  const call = fileApp({ "x.tsx": { handler, default: Page } });
  const get = await call("/x");
  assert.equal(get.headers.get("x-a"), "1");
  assert.match(await get.text(), /<p>Åsa \/x<\/p>/);
  const post = await call("/x", { method: "POST", body: new URLSearchParams({ name: "Bo" }) });
  assert.equal(post.status, 422);
  assert.match(await post.text(), /<p>Bo/);
  assert.equal((await call("/x", { method: "DELETE" })).status, 204);
  const patch = await call("/x", { method: "PATCH" });
  assert.equal(patch.status, 405);
  assert.equal(patch.headers.get("allow"), "GET, HEAD, POST, DELETE, OPTIONS");
  assert.equal((await call("/x", { method: "OPTIONS" })).status, 204);
});

Deno.test("a page without handler answers GET, a POST handler leaves it that", async () => {
  const Page = ({ data }: { data: object }) => <p>{JSON.stringify(data)}</p>;
  const call = fileApp({
    "plain.tsx": { default: Page },
    "form.tsx": { default: Page, handler: { POST: () => new Response("posted") } },
    "any.tsx": { default: Page, handler: () => page({ any: true }) },
  });
  assert.match(await (await call("/plain")).text(), /<p>{}<\/p>/);
  assert.equal((await call("/plain", { method: "POST" })).status, 405);
  assert.match(await (await call("/form")).text(), /<p>{}<\/p>/);
  assert.equal(await (await call("/form", { method: "POST" })).text(), "posted");
  assert.match(await (await call("/any", { method: "PUT" })).text(), /any/);
});

Deno.test("async pages, layouts and apps are awaited, and may answer themselves", async () => {
  const later = <T,>(value: T) => Promise.resolve(value);
  const call = fileApp({
    "_app.tsx": {
      default: async ({ Component }: PageProps) =>
        await later(
          <html>
            <body>
              <Component />
            </body>
          </html>,
        ),
    },
    "_layout.tsx": {
      default: async ({ Component, url }: PageProps) =>
        await later(
          url.searchParams.has("stop") ? new Response("stopped") : (
            <i>
              <Component />
            </i>
          ),
        ),
    },
    "x.tsx": { default: async () => await later(<p>x</p>) },
    "y.tsx": { default: async () => await later(new Response("own", { status: 201 })) },
  });
  assert.match(await (await call("/x")).text(), /<body><i><p>x<\/p><\/i><\/body>/);
  assert.equal(await (await call("/x?stop")).text(), "stopped");
  assert.equal((await call("/y")).status, 201);
});

Deno.test("a folder's middleware also guards its unknown paths and wrong methods", async () => {
  const call = fileApp({
    "admin/_middleware.ts": {
      default: () => {
        throw new HttpError(401);
      },
    },
    "admin/x.tsx": { default: () => <p>secret</p> },
    "open.tsx": { default: () => <p>open</p> },
  });
  assert.equal((await call("/admin/x")).status, 401);
  assert.equal((await call("/admin/unknown")).status, 401);
  assert.equal((await call("/admin/x", { method: "DELETE" })).status, 401);
  assert.equal((await call("/administration")).status, 404);
  assert.equal((await call("/open")).status, 200);
});

Deno.test("file routes can be mounted below a path", async () => {
  const app = withModules(new App().fsRoutes("/sub"), {
    "_middleware.ts": { default: mark("root") },
    "x/[id].ts": { handler: (ctx: Context<unknown>) => ctx.json(ctx.params) },
  });
  assert.deepEqual(await (await caller(app)("/sub/x/1")).json(), { id: "1" });
  assert.equal((await caller(app)("/x/1")).status, 404);
});

Deno.test("a route file without component or handler is named", () => {
  assert.throws(() => fileApp({ "empty.ts": {} }), /Route empty\.ts exports neither/);
  assert.throws(() => fileApp({ "_middleware.ts": {} }), /Middleware _middleware\.ts/);
});

Deno.test("without a build there are no file routes", async () => {
  assert.equal((await caller(new App().fsRoutes())("/")).status, 404);
});

Deno.test("a _middleware may export its functions as handler, handlers or default", async () => {
  const add = (ctx: Context<{ seen?: string }>) => {
    ctx.state.seen = `${ctx.state.seen ?? ""}x`;
    return ctx.next();
  };
  const show = { handler: (ctx: Context<unknown>) => ctx.json(ctx.state) };
  const forms = [{ handler: add }, { handlers: add }, { default: add }];
  for (const module of [...forms, { handlers: [add] }, { default: [add] }]) {
    const call = fileApp({ "_middleware.ts": module, "x.ts": show });
    assert.deepEqual(await (await call("/x")).json(), { seen: "x" });
  }
});

Deno.test("handlers where none is ever called are warned of, and the application goes on", async () => {
  const never = () => new Response("never");
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (text: string) => void warnings.push(text);
  try {
    const call = fileApp({
      "_middleware.ts": { handler: { GET: never } },
      "_layout.tsx": {
        handler: never,
        default: ({ Component }: PageProps) => (
          <i>
            <Component />
          </i>
        ),
      },
      "a/_layout.tsx": { handlers: { GET: never } },
      "a/x.tsx": { default: () => <p>x</p> },
    });
    assert.match(await (await call("/a/x")).text(), /<body><i><p>x<\/p><\/i><\/body>/);
  } finally {
    console.warn = warn;
  }
  assert.deepEqual(warnings.map((text) => /_\w+\.tsx?/.exec(text)?.[0]).sort(), [
    "_layout.tsx",
    "_layout.tsx",
    "_middleware.ts",
  ]);
});
