import assert from "node:assert/strict";
import { App, HttpError, type Middleware, page } from "fresh";
import { caller, logged } from "./support/test-app.ts";

Deno.test("a route captures the middlewares registered before it, not the later ones", async () => {
  const app = new App<{ seen?: string }>()
    .get("/early", (ctx) => ctx.json(ctx.state))
    .use((ctx) => {
      ctx.state.seen = "yes";
      return ctx.next();
    })
    .get("/late", (ctx) => ctx.json(ctx.state));
  const call = caller(app);
  assert.deepEqual(await (await call("/early")).json(), {});
  assert.deepEqual(await (await call("/late")).json(), { seen: "yes" });
});

Deno.test("middlewares run from the outside in and back out again", async () => {
  const order: string[] = [];
  const step = (name: string) => async (ctx: { next(): Promise<Response> }) => {
    order.push(`${name} in`);
    const response = await ctx.next();
    order.push(`${name} out`);
    return response;
  };
  const app = new App()
    .use(step("first"), step("second"))
    .use("/deep", step("deep"))
    .get("/deep/x", step("route"), () => {
      order.push("handler");
      return new Response("ok");
    });
  await caller(app)("/deep/x");
  assert.deepEqual(order, [
    ...["first in", "second in", "deep in", "route in", "handler"],
    ...["route out", "deep out", "second out", "first out"],
  ]);
});

Deno.test("a middleware for a path runs below it and nowhere else", async () => {
  const app = new App<{ deep?: boolean }>()
    .use("/deep", (ctx) => {
      ctx.state.deep = true;
      return ctx.next();
    })
    .get("/deep/a/b", (ctx) => ctx.json(ctx.state))
    .get("/deeper", (ctx) => ctx.json(ctx.state));
  const call = caller(app);
  assert.deepEqual(await (await call("/deep/a/b")).json(), { deep: true });
  assert.deepEqual(await (await call("/deeper")).json(), {});
});

Deno.test("a middleware and a handler can be loaded on first use", async () => {
  let loads = 0;
  const lazy = async () => {
    loads++;
    return await Promise.resolve((ctx: { next(): Promise<Response> }) => ctx.next());
  };
  const app = new App()
    .use(lazy as never)
    .get("/", (async () => await Promise.resolve(() => new Response("late"))) as never);
  const call = caller(app);
  assert.equal(await (await call("/")).text(), "late");
  assert.equal(await (await call("/")).text(), "late");
  assert.equal(loads, 1);
});

Deno.test("the first registration of a method and pattern wins", async () => {
  const app = new App()
    .get("/x", () => new Response("first"))
    .get("/x", () => new Response("second"))
    .get("/:id", () => new Response("pattern"))
    .get("/:name", () => new Response("other pattern"));
  const call = caller(app);
  assert.equal(await (await call("/x")).text(), "first");
  assert.equal(await (await call("/y")).text(), "pattern");
});

Deno.test("fixed paths come before patterns, patterns in order of registration", async () => {
  const app = new App()
    .get("/:any*", () => new Response("rest"))
    .get("/a/:id", () => new Response("param"))
    .get("/a/b", () => new Response("fixed"));
  const call = caller(app);
  assert.equal(await (await call("/a/b")).text(), "fixed");
  assert.equal(await (await call("/a/c")).text(), "rest");
});

Deno.test("a fixed path matches with a slash at its end, a pattern does not", async () => {
  const app = new App().get("/deep", () => new Response("fixed"))
    .get("/docs/:id", () => new Response("pattern"));
  const call = caller(app);
  assert.equal((await call("/deep/")).status, 200);
  assert.equal((await call("/docs/1")).status, 200);
  assert.equal((await call("/docs/1/")).status, 404);
});

Deno.test("doubled slashes in a path count once", async () => {
  const app = new App().get("/a/b", (ctx) => ctx.text(ctx.url.pathname));
  assert.equal(await (await caller(app)("/a//b")).text(), "/a/b");
  assert.equal(await (await caller(app)("//a///b")).text(), "/a/b");
});

Deno.test("parameters are decoded, but an encoded slash stays encoded", async () => {
  const app = new App().get("/p/:name", (ctx) => ctx.json(ctx.params));
  const call = caller(app);
  assert.deepEqual(await (await call("/p/%C3%A5%20b")).json(), { name: "å b" });
  assert.deepEqual(await (await call("/p/a%2Fb")).json(), { name: "a%2Fb" });
  assert.deepEqual(await (await call("/p/%E0%A4%A")).json(), { name: "%E0%A4%A" });
});

Deno.test("parameters have no prototype and ctx.route is the pattern", async () => {
  const app = new App().get("/p/:id", (ctx) => {
    assert.equal(Object.getPrototypeOf(ctx.params), null);
    return ctx.text(String(ctx.route));
  }).use((ctx) => ctx.text(String(ctx.route)));
  assert.equal(await (await caller(app)("/p/1")).text(), "/p/:id");
  assert.equal(await (await caller(app)("/none")).text(), "null");
});

Deno.test("what is not a Response becomes a 500 that says so in the log", async () => {
  const app = new App()
    .get("/sync", (() => ({ not: "a response" })) as never)
    .get("/async", (async () => await Promise.resolve(undefined)) as never);
  for (const path of ["/sync", "/async"]) {
    const entries = await logged(async () => {
      const response = await caller(app)(path);
      assert.equal(response.status, 500);
      assert.equal(await response.text(), "Internal server error");
    });
    assert.match(String(entries[0]), /instead of a Response/);
  }
});

Deno.test("without an error page an HttpError answers its message or reason phrase", async () => {
  const app = new App()
    .get("/teapot", () => {
      throw new HttpError(418, "short and stout");
    })
    .get("/gone", () => {
      throw new HttpError(410);
    });
  const call = caller(app);
  const teapot = await call("/teapot");
  assert.equal(teapot.status, 418);
  assert.equal(await teapot.text(), "short and stout");
  assert.equal(await (await call("/gone")).text(), "Gone");
  assert.equal(await (await call("/missing")).text(), "Not Found");
});

Deno.test("errors of the server are logged, errors of the client are not", async () => {
  const broken = new Error("broken");
  const app = new App()
    .get("/500", () => {
      throw broken;
    })
    .get("/503", () => {
      throw new HttpError(503);
    })
    .get("/400", () => {
      throw new HttpError(400);
    });
  const call = caller(app);
  assert.deepEqual(await logged(() => call("/500")), [broken]);
  assert.equal((await logged(() => call("/503"))).length, 1);
  assert.deepEqual(await logged(() => call("/400")), []);
});

Deno.test("basePath prefixes every route", async () => {
  const call = caller(
    new App({ basePath: "/app" }).get("/", () => new Response("root")).get(
      "/x",
      (ctx) => ctx.text(ctx.config.basePath),
    ),
  );
  assert.equal(await (await call("/app")).text(), "root");
  assert.equal(await (await call("/app/x")).text(), "/app");
  assert.equal((await call("/x")).status, 404);
});

Deno.test("a mounted application keeps its middlewares to its own path", async () => {
  const inner = new App<{ inner?: boolean }>().use((ctx) => {
    ctx.state.inner = true;
    return ctx.next();
  }).get("/", (ctx) => ctx.json(ctx.state)).get("/x/:id", (ctx) => ctx.json(ctx.params));
  const app = new App<{ inner?: boolean }>().mountApp("/inner", inner)
    .get("/outer", (ctx) => ctx.json(ctx.state));
  const call = caller(app);
  assert.deepEqual(await (await call("/inner")).json(), { inner: true });
  assert.deepEqual(await (await call("/inner/x/7")).json(), { id: "7" });
  assert.deepEqual(await (await call("/outer")).json(), {});
});

Deno.test("route() renders a component with what its handler returned", async () => {
  const app = new App().route("/about", {
    handler: { GET: () => page({ name: "Avanti" }, { status: 203, headers: { "x-a": "1" } }) },
    component: ({ data }: { data: { name: string } }) => <h1>About {data.name}</h1>,
  }).route("/lazy", async () => await Promise.resolve({ component: () => <p>loaded</p> }));
  const call = caller(app);
  const response = await call("/about");
  assert.equal(response.status, 203);
  assert.equal(response.headers.get("x-a"), "1");
  assert.match(await response.text(), /<h1>About Avanti<\/h1>/);
  assert.match(await (await call("/lazy")).text(), /<p>loaded<\/p>/);
  assert.equal((await call("/lazy", { method: "POST" })).status, 405);
});

Deno.test("the base path of a mounted application comes after the path it is mounted at", async () => {
  const inner = new App<{ seen?: boolean }>({ basePath: "/api" })
    .use((ctx) => {
      ctx.state.seen = true;
      return ctx.next();
    })
    .get("/users", (ctx) => ctx.json(ctx.state))
    .get("/", () => new Response("root"));
  const call = caller(new App<{ seen?: boolean }>({ basePath: "/x" }).mountApp("/v1", inner));
  assert.deepEqual(await (await call("/x/v1/api/users")).json(), { seen: true });
  assert.equal(await (await call("/x/v1/api")).text(), "root");
  assert.equal((await call("/x/v1/users")).status, 404);
});

Deno.test("ctx.route is known to middlewares before the handler, and for a wrong method", async () => {
  const seen: (string | null)[] = [];
  const app = new App().use((ctx) => {
    seen.push(ctx.route);
    return ctx.next();
  }).get("/p/:id", () => new Response("x")).get("/fixed", () => new Response("x"));
  for (const path of ["/p/1", "/fixed", "/unknown"]) await caller(app)(path);
  await caller(app)("/p/1", { method: "POST" });
  assert.deepEqual(seen, ["/p/:id", "/fixed", null, "/p/:id"]);
});

Deno.test("use() without middlewares changes nothing", async () => {
  const none: Middleware<unknown>[] = [];
  const app = new App().use(...none).use("/x", ...none).get("/x", () => new Response("x"));
  assert.equal(await (await caller(app)("/x")).text(), "x");
});

Deno.test("listen() resolves when the server listens", async () => {
  const abort = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  await new App().get("/", () => new Response("served")).listen({
    hostname: "127.0.0.1",
    port: 0,
    signal: abort.signal,
    onListen: ({ port }) => resolve(port),
  });
  const origin = `http://127.0.0.1:${await promise}/`;
  assert.equal(await (await fetch(origin)).text(), "served");
  abort.abort();
  await assert.rejects(fetch(origin), "it no longer serves");
});

Deno.test("an HttpError has the name of its class", () => {
  class Teapot extends HttpError {
    constructor() {
      super(418, "short and stout");
    }
  }
  assert.equal(new Teapot().name, "Teapot");
  assert.equal(new HttpError(404).name, "HttpError");
  assert.equal(new HttpError(404).message, "");
  // @ts-expect-error A status that is no error's.
  assert.equal(new HttpError(200).status, 200);
});

Deno.test("page() without data, and with null, gives the component undefined", async () => {
  const app = new App()
    .route("/none", {
      handler: () => page(),
      component: ({ data }: { data: undefined }) => <p>{String(data)}</p>,
    })
    .route("/null", {
      handler: () => page(null),
      component: ({ data }: { data: null }) => <p>{String(data)}</p>,
    });
  for (const path of ["/none", "/null"]) {
    assert.match(await (await caller(app)(path)).text(), /<p>undefined<\/p>/, path);
  }
});
