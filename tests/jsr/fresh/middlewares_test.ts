import assert from "node:assert/strict";
import {
  App,
  cors,
  csp,
  csrf,
  ipFilter,
  type IpFilterOptions,
  type IpFilterRules,
  type Middleware,
  trailingSlashes,
} from "fresh";
import { caller } from "./support/test-app.ts";

function behind(middleware: Middleware<unknown>) {
  return caller(new App().use(middleware).all("/x", () => new Response("ok")));
}

Deno.test("cors() allows every origin by default", async () => {
  const response = await behind(cors())("/x", { headers: { origin: "https://a.example" } });
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(response.headers.get("vary"), null);
});

Deno.test("cors() answers a preflight with what is allowed", async () => {
  const call = behind(cors({
    origin: ["https://a.example"],
    allowMethods: ["POST"],
    maxAge: 60,
    credentials: true,
  }));
  const response = await call("/x", {
    method: "OPTIONS",
    headers: {
      origin: "https://a.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-a, x-b",
    },
  });
  assert.equal(response.status, 204);
  const header = (name: string) => response.headers.get(`access-control-${name}`);
  assert.equal(header("allow-origin"), "https://a.example");
  assert.equal(header("allow-methods"), "POST");
  assert.equal(header("allow-headers"), "x-a,x-b");
  assert.equal(header("max-age"), "60");
  assert.equal(header("allow-credentials"), "true");
});

Deno.test("cors() gives an origin that is not allowed nothing", async () => {
  for (const origin of ["https://a.example", ["https://a.example"], () => null]) {
    const call = behind(cors({ origin }));
    const response = await call("/x", { headers: { origin: "https://b.example" } });
    assert.equal(response.headers.get("access-control-allow-origin"), null);
    assert.equal(response.headers.get("vary"), "Origin");
  }
});

Deno.test("cors() answers every OPTIONS request, also one that is no preflight", async () => {
  const call = behind(cors({ allowMethods: ["POST"], maxAge: 60 }));
  const response = await call("/x", { method: "OPTIONS" });
  assert.equal(response.status, 204);
  assert.equal(response.body, null);
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(response.headers.get("access-control-allow-methods"), "POST");
  assert.equal(response.headers.get("access-control-max-age"), "60");
  assert.equal(response.headers.get("access-control-allow-headers"), null);
});

Deno.test("csrf() refuses what another site caused", async () => {
  const status = async (headers: Record<string, string>, method = "POST", origin?: string) => {
    const call = behind(csrf(origin === undefined ? {} : { origin }));
    return (await call("/x", { method, headers })).status;
  };
  assert.equal(await status({ origin: "http://localhost" }), 200);
  assert.equal(await status({ "sec-fetch-site": "same-origin" }), 200);
  assert.equal(await status({ "sec-fetch-site": "none" }), 200);
  assert.equal(await status({ "sec-fetch-site": "cross-site" }), 403);
  assert.equal(await status({ origin: "https://evil.example" }), 403);
  assert.equal(await status({ origin: "null" }), 403);
  assert.equal(await status({ origin: "https://evil.example" }, "GET"), 200);
  assert.equal(await status({ origin: "https://a.example" }, "POST", "https://a.example"), 200);
  assert.equal(await status({}), 200, "no browser");
});

Deno.test("csp() sets a policy that directives of its own replace", async () => {
  const call = behind(csp({ csp: ["img-src 'self' https://a.example", "x-new y"] }));
  const policy = (await call("/x")).headers.get("content-security-policy") ?? "";
  assert.match(policy, /^default-src 'self'; /);
  assert.match(policy, /img-src 'self' https:\/\/a\.example;/);
  assert.doesNotMatch(policy, /img-src 'self' data:/);
  assert.match(policy, /upgrade-insecure-requests; x-new y$/);
});

Deno.test("csp() can only report", async () => {
  const response = await behind(csp({ reportOnly: true, reportTo: "/reports" }))("/x");
  assert.equal(response.headers.get("content-security-policy"), null);
  const policy = response.headers.get("content-security-policy-report-only") ?? "";
  assert.match(policy, /report-to csp-endpoint; report-uri \/reports$/);
  assert.equal(response.headers.get("reporting-endpoints"), 'csp-endpoint="/reports"');
});

Deno.test("csp() is on answers that a middleware inside it makes of errors", async () => {
  const app = new App().use(csp()).use(async (ctx) => {
    try {
      return await ctx.next();
    } catch {
      return new Response("made of an error", { status: 404 });
    }
  });
  const response = await caller(app)("/unknown");
  assert.equal(await response.text(), "made of an error");
  assert.notEqual(response.headers.get("content-security-policy"), null);
});

Deno.test("trailingSlashes() leads to the one spelling", async () => {
  const location = async (mode: "always" | "never", path: string) => {
    const app = new App().use(trailingSlashes(mode)).get("/*", () => new Response("ok"));
    return (await caller(app)(path)).headers.get("location");
  };
  assert.equal(await location("never", "/a/?x=1"), "/a?x=1");
  assert.equal(await location("never", "/a"), null);
  assert.equal(await location("never", "/"), null);
  assert.equal(await location("always", "/a?x=1"), "/a/?x=1");
  assert.equal(await location("always", "/a/"), null);
  assert.equal(await location("always", "/file.txt"), null);
});

Deno.test("ipFilter() knows addresses and ranges, and denies first", async () => {
  const status = async (rules: Parameters<typeof ipFilter>[0], hostname: string) => {
    const handler = new App().use(ipFilter(rules)).get("/", () => new Response("ok")).handler();
    const info: Deno.ServeHandlerInfo = {
      remoteAddr: { transport: "tcp", hostname, port: 1 },
      completed: Promise.resolve(),
    };
    return (await handler(new Request("http://localhost/"), info)).status;
  };
  assert.equal(await status({ denyList: ["192.0.2.0/24"] }, "192.0.2.7"), 403);
  assert.equal(await status({ denyList: ["192.0.2.0/24"] }, "::ffff:192.0.2.7"), 403);
  assert.equal(await status({ denyList: ["192.0.2.0/24"] }, "198.51.100.1"), 200);
  assert.equal(await status({ allowList: ["2001:db8::/32"] }, "2001:db8::1"), 200);
  assert.equal(await status({ allowList: ["2001:db8::/32"] }, "192.0.2.7"), 403);
  assert.equal(
    await status({ allowList: ["192.0.2.0/24"], denyList: ["192.0.2.7"] }, "192.0.2.7"),
    403,
  );
  assert.throws(() => ipFilter({ denyList: ["nonsense"] }), /not an IP address/);
});

Deno.test("ipFilter() lets the application answer for it, and clients without an address pass", async () => {
  const options: IpFilterOptions = {
    onBlocked: ({ addr, type }, ctx) => new Response(`${addr} ${type} ${ctx.url.pathname}`),
  };
  const rules: IpFilterRules = { allowList: ["192.0.2.1"] };
  const handler = new App().use(ipFilter(rules, options)).get("/", () => new Response("ok"))
    .handler();
  const from = async (remoteAddr: Deno.Addr) =>
    await (await handler(new Request("http://localhost/"), {
      remoteAddr,
      completed: Promise.resolve(),
    })).text();
  assert.equal(
    await from({ transport: "tcp", hostname: "198.51.100.1", port: 1 }),
    "198.51.100.1 IPv4 /",
  );
  assert.equal(
    await from({ transport: "tcp", hostname: "2001:db8::1", port: 1 }),
    "2001:db8::1 IPv6 /",
  );
  assert.equal(await from({ transport: "tcp", hostname: "192.0.2.1", port: 1 }), "ok");
  assert.equal(await from({ transport: "unix", path: "/run/x.sock" }), "ok");
});
