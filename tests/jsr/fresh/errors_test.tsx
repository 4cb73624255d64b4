import assert from "node:assert/strict";
import { App, type Context, HttpError, type Middleware, type PageProps } from "fresh";
import { caller, fileApp, logged, withModules } from "./support/test-app.ts";

function fail(error: unknown) {
  return {
    handler: () => {
      throw error;
    },
  };
}

/** Marks every answer that passes through it. */
const marking: Middleware<unknown> = async (ctx) => {
  const response = await ctx.next();
  response.headers.set("x-marked", "1");
  return response;
};

const ErrorPage = ({ error, state }: PageProps<unknown, { seen?: string }>) => (
  <p>{error instanceof HttpError ? `${error.status}` : `${error}`} {state.seen}</p>
);

Deno.test("an error page has the status of the error, its state, layouts and app", async () => {
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
    "_error.tsx": { default: ErrorPage },
    "_middleware.ts": {
      default: (ctx: Context<{ seen?: string }>) => {
        ctx.state.seen = "state";
        return ctx.next();
      },
    },
    "forbidden.ts": fail(new HttpError(403)),
    "broken.ts": fail(new Error("oops")),
  });
  const forbidden = await call("/forbidden");
  assert.equal(forbidden.status, 403);
  assert.match(await forbidden.text(), /<body><i><p>403 state<\/p><\/i><\/body>/);
  const entries = await logged(async () => {
    const broken = await call("/broken");
    assert.equal(broken.status, 500);
    assert.match(await broken.text(), /Error: oops state/);
  });
  assert.equal(entries.length, 1, "an error page does not hide the error from the log");
});

Deno.test("the nearest error page above the route wins", async () => {
  const call = fileApp({
    "_error.tsx": { default: () => <p>root</p> },
    "a/_500.tsx": { default: () => <p>near</p> },
    "a/b/x.ts": fail(new HttpError(400)),
    "y.ts": fail(new HttpError(400)),
  });
  assert.match(await (await call("/a/b/x")).text(), /near/);
  assert.match(await (await call("/y")).text(), /root/);
  assert.match(await (await call("/a/unknown")).text(), /near/);
  assert.match(await (await call("/unknown")).text(), /root/);
});

Deno.test("_404 takes every 404, with that status, and nothing else", async () => {
  const call = fileApp({
    "_404.tsx": { default: () => <p>missing</p> },
    "_error.tsx": { default: () => <p>error</p> },
    "a/_error.tsx": { default: () => <p>inner</p> },
    "a/gone.ts": fail(new HttpError(404)),
    "a/bad.ts": fail(new HttpError(400)),
  });
  for (const path of ["/unknown", "/a/gone", "/a/unknown"]) {
    const response = await call(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /missing/);
  }
  assert.match(await (await call("/a/bad")).text(), /inner/);
});

Deno.test("an error in an error page goes to the page above it", async () => {
  const entries = await logged(async () => {
    const call = fileApp({
      "_error.tsx": { default: ({ error }: PageProps) => <p>root {String(error)}</p> },
      "a/_error.tsx": {
        default: () => {
          throw new Error("second");
        },
      },
      "a/x.ts": fail(new HttpError(400, "first")),
    });
    const response = await call("/a/x");
    assert.equal(response.status, 500);
    assert.match(await response.text(), /root Error: second/);
  });
  assert.equal(entries.length, 1);
});

Deno.test("an error page's handler can answer, or set another status", async () => {
  const app = new App()
    .onError("*", (ctx) => new Response(`caught ${ctx.error}`, { status: 599 }))
    .onError("/page", {
      handler: () => ({ data: {}, status: 410 }),
      component: () => <p>page</p>,
    })
    .get("/x", () => {
      throw "a string";
    })
    .get("/page/x", () => {
      throw new HttpError(400);
    });
  await logged(async () => {
    const response = await caller(app)("/x");
    assert.equal(response.status, 599);
    assert.equal(await response.text(), "caught a string");
  });
  assert.equal((await caller(app)("/page/x")).status, 410);
});

Deno.test("a scope's error page stands outside its middlewares, whatever they look like", async () => {
  const catching: Middleware<unknown> = async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      throw new HttpError(409, `taken by ${error}`, { cause: error });
    }
  };
  const forms: Record<string, Middleware<unknown>[]> = {
    "itself": [catching],
    "called by a function": [(ctx) => catching(ctx)],
    "called by an async function": [async (ctx) => await catching(ctx)],
    "bound": [catching.bind(null)],
    "one of several": [(ctx) => ctx.next(), catching, async (ctx) => await ctx.next()],
    "loaded on first use": [(async () => await Promise.resolve(catching)) as never],
  };
  for (const [form, fns] of Object.entries(forms)) {
    const routes = {
      "_error.tsx": { default: ({ error }: PageProps) => <p>{(error as Error).message}</p> },
      "taken.ts": fail("somebody"),
    };
    const byHand = withModules(new App().use(marking).use(...fns).fsRoutes(), routes);
    const inFile = { ...routes, "_middleware.ts": { default: fns } };
    for (const app of [byHand, withModules(new App().use(marking).fsRoutes(), inFile)]) {
      const response = await caller(app)("/taken");
      assert.equal(response.status, 409, form);
      assert.match(await response.text(), /<p>taken by somebody<\/p>/, form);
      assert.equal(response.headers.get("x-marked"), null, "the page is made outside the marking");
    }
  }
});

Deno.test("a middleware that answers an error does so inside the ones before it", async () => {
  const answering: Middleware<unknown> = async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      assert.equal(ctx.error, error);
      return await ctx.render(<p>{`${error}`}</p>, { status: 409 });
    }
  };
  for (const fn of [answering, (ctx: Context<unknown>) => answering(ctx)]) {
    const app = withModules(new App().use(marking).use(fn).fsRoutes(), {
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
      },
      "_error.tsx": { default: () => <p>never</p> },
      "a/sync.ts": fail("taken"),
      "a/async.ts": { handler: () => Promise.reject("taken") },
      "unknown.ts": fail(new HttpError(404)),
    });
    for (const path of ["/a/sync", "/a/async"]) {
      const response = await caller(app)(path);
      assert.equal(response.status, 409, path);
      assert.equal(response.headers.get("x-marked"), "1", path);
      assert.match(await response.text(), /<body><i><p>taken<\/p><\/i><\/body>/, "its own layouts");
    }
    assert.match(await (await caller(app)("/no-such-page")).text(), /<p>HttpError/);
  }
});

Deno.test("ctx.error is there before a middleware's catch runs, and after an error page", async () => {
  const seen: unknown[] = [];
  const after: unknown[] = [];
  const app = new App()
    .use(async (ctx) => {
      const response = await ctx.next();
      after.push(ctx.error);
      return response;
    })
    .use("/a", async (ctx) => {
      try {
        return await ctx.next();
      } catch (error) {
        seen.push(ctx.error);
        throw error;
      }
    })
    .onError("/a", () => new Response("page"))
    .get("/a/sync", () => {
      throw "sync";
    })
    .get("/a/async", () => Promise.reject("async"))
    .get("/a/well", () => new Response("well"));
  await logged(async () => {
    for (const path of ["/a/sync", "/a/async", "/a/well"]) await caller(app)(path);
  });
  assert.deepEqual(seen, ["sync", "async"]);
  assert.deepEqual(after, ["sync", "async", null]);
});

Deno.test("a folder's own middlewares see its errors as exceptions", async () => {
  const seen: unknown[] = [];
  const call = fileApp({
    "a/_error.tsx": { default: () => <p>page</p> },
    "a/_middleware.ts": {
      default: async (ctx: Context<unknown>) => {
        try {
          return await ctx.next();
        } catch (error) {
          seen.push(error);
          throw error;
        }
      },
    },
    "a/x.ts": fail(new HttpError(400)),
  });
  assert.match(await (await call("/a/x")).text(), /page/);
  assert.equal(seen.length, 1);
});

Deno.test("an error thrown by a middleware goes to the error page outside it", async () => {
  const call = fileApp({
    "_error.tsx": { default: () => <p>outer</p> },
    "a/_error.tsx": { default: () => <p>inner</p> },
    "a/_middleware.ts": {
      default: () => {
        throw new HttpError(401);
      },
    },
    "a/x.tsx": { default: () => <p>x</p> },
    "_middleware.ts": { default: (ctx: Context<unknown>) => ctx.next() },
  });
  const response = await call("/a/x");
  assert.equal(response.status, 401);
  assert.match(await response.text(), /inner/);
});

Deno.test("a 405 on an error page keeps its Allow header", async () => {
  const call = fileApp({
    "_error.tsx": { default: () => <p>error page</p> },
    "x.tsx": { default: () => <p>x</p> },
  });
  const response = await call("/x", { method: "POST" });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "GET, HEAD, OPTIONS");
  assert.match(await response.text(), /error page/);
});

Deno.test("an error while rendering goes to the error page", async () => {
  const call = fileApp({
    "_error.tsx": { default: ({ error }: PageProps) => <p>{String(error)}</p> },
    "x.tsx": {
      default: () => {
        throw new Error("while rendering");
      },
    },
  });
  await logged(async () => {
    const response = await call("/x");
    assert.equal(response.status, 500);
    assert.match(await response.text(), /Error: while rendering/);
  });
});
