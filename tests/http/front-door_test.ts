// What every answer carries, and requests that routers cannot take.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { routable } from "../../lib/http/front-door.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { secured } from "../../lib/http/middleware/security-headers.ts";
import { anOpenDoor, ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { WRONG_METHOD_STATUS } from "../support/framework.ts";
import { testServices } from "../support/services.ts";

/** The policy of an answer that is no page. */
const BARE =
  "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** Answers without a script of ours in them. */
const PLAIN: readonly (readonly [kind: string, path: string, status: number])[] = [
  ["JSON", paths.api.places({ q: "landvetter" }), 200],
  ["problem document", paths.api.quote("none"), 404],
  ["problem document of an unknown address", "/api/no/such/thing", 404],
  ["problem document behind the guard", "/api/admin/no/such/thing", 401],
  ["static file", "/styles.css", 200],
  ["redirect", paths.quotes(), 303],
  ["missing icon", "/favicon.ico", 404],
  ["text", "/livez", 200],
];

/** Answers that are pages, with islands and without. */
const PAGES: readonly (readonly [kind: string, path: string, status: number])[] = [
  ["page with islands", paths.home(), 200],
  ["page without islands", paths.prices(), 200],
  ["error page", paths.quote("none"), 404],
  ["error page of an unknown address", "/no/such/page", 404],
  ["error page behind the guard", paths.admin(), 401],
  ["error page of an unknown address behind the guard", "/admin/no/such/page", 401],
];

Deno.test("answers that are no pages allow no script, whatever they are", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const [kind, path, status] of PLAIN) {
    const response = await ask(app, path);
    assert.equal(response.status, status, kind);
    assert.equal(response.headers.get("content-security-policy"), BARE, kind);
    assertHardened(response, kind);
  }
});

Deno.test("pages allow the scripts with their nonce or their hash alone, and no two have the same", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const nonces = new Set<string>();
  let shared = 0;
  for (const [kind, path, status] of PAGES) {
    const response = await app(new Request(ORIGIN + path));
    assert.equal(response.status, status, kind);
    const policy = response.headers.get("content-security-policy") ?? "";
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
    const html = await response.text();
    assertHardened(response, kind);
    if (nonce === "") {
      // Everybody may be given it, so a nonce would be no secret.
      shared++;
      assert.equal(
        policy.split("; ").at(-1),
        `script-src ${hashesOf(html)} 'strict-dynamic'`,
        kind,
      );
      continue;
    }
    assert(nonce.length >= 22, kind);
    nonces.add(nonce);
    assert(policy.endsWith(`; script-src 'nonce-${nonce}' 'strict-dynamic'`), kind);
    const scripts = [...html.matchAll(/<script[^>]*>/g)];
    assert(scripts.every(([tag]) => tag.includes(`nonce="${nonce}"`)), kind);
  }
  assert.equal(nonces.size + shared, PAGES.length);
});

/** What names every script of a page that runs. */
function hashesOf(html: string): string {
  const texts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = ""]) => text);
  assert.equal(html.match(/<script(?! type="application\/json")/g)?.length, texts.length);
  return texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
    .join(" ");
}

Deno.test("a wrong method is refused with what is allowed, also one that nobody has heard of", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const method of ["PUT", "BREW", "PURGE", "PROPFIND", "brew"]) {
    for (const path of [paths.api.quotes(), paths.bookings(), paths.home()]) {
      const response = await ask(app, path, { method });
      assert.equal(response.status, WRONG_METHOD_STATUS, `${method} ${path}`);
      if (response.status === 405) {
        assert.match(response.headers.get("allow") ?? "", /GET|POST/, `${method} ${path}`);
      }
      assertHardened(response, `${method} ${path}`);
    }
  }
});

Deno.test("an address with broken escapes leads where unknown addresses do", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const id of ["%", "%zz", "%ff%fe", "%ed%a0%80", "a%C3%A5%zz"]) {
    for (const path of [`/quotes/${id}`, `/bookings/${id}`, `/api/quotes/${id}`, `/${id}`]) {
      const response = await ask(app, path);
      assert.equal(response.status, 404, path);
      assertHardened(response, path);
    }
  }
});

Deno.test("only what a router cannot take is changed", async () => {
  const good = new Request(`${ORIGIN}/a%20b/%C3%A5?q=%zz`, { method: "patch" });
  assert.equal(routable(good), good);
  const headers = { "content-type": "text/plain", "cookie": "a=b" };
  const odd = new Request(`${ORIGIN}/%zz/x?q=%zz`, { method: "BREW", headers, body: "tea" });
  const changed = routable(odd);
  assert.equal(changed.url, `${ORIGIN}/%25zz/x?q=%zz`);
  assert.equal(changed.method, "PATCH");
  assert.equal(changed.headers.get("cookie"), "a=b");
  assert.equal(await changed.text(), "tea");
});

Deno.test("the app behind the door meets requests that it can take, and no answer leaves bare", async () => {
  const answer = anOpenDoor()
    .all("*", ({ req }) => new Response(`${req.method} ${new URL(req.url).pathname}`))
    .handler();
  const response = await answer(new Request(`${ORIGIN}/%zz`, { method: "BREW" }));
  assert.equal(await response.text(), "PATCH /%25zz");
  assertHardened(response, "of the app");
  const failed = await anOpenDoor().handler()(new Request(ORIGIN));
  assert.equal(failed.status, 404);
  assertHardened(failed, "of the framework");
});

Deno.test("over https browsers are told to stay there, over http they are not", () => {
  const over = secured(new Response("x"), true).headers;
  assert.equal(
    over.get("strict-transport-security"),
    "max-age=63072000; includeSubDomains",
  );
  assert.equal(over.get("content-security-policy"), `${BARE}; upgrade-insecure-requests`);
  const plain = secured(new Response("x"), false).headers;
  assert.equal(plain.get("strict-transport-security"), null);
  assert.equal(plain.get("content-security-policy"), BARE);
});

Deno.test("HEAD says what GET says, and no length that GET does not have", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, app);
  const port = String(server.addr.port);
  const asked = [paths.home(), paths.api.places({ q: "g" }), "/styles.css", "/nowhere", "/quotes"];
  for (const path of asked) {
    const [get, head] = [await headOf("GET", port, path), await headOf("HEAD", port, path)];
    assert.equal(head.get(":status"), get.get(":status"), path);
    const length = head.get("content-length");
    assert(length === undefined || length === get.get("content-length"), `${path}: ${length}`);
    assert.equal(head.get("content-type"), get.get("content-type"), path);
    assert.equal(head.get("vary"), get.get("vary"), path);
  }
  await server.shutdown();
});

/** The head of an answer as it is on the wire: fetch() keeps lengths to itself. */
async function headOf(method: string, port: string, path: string): Promise<Map<string, string>> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, "connection: close"];
  await connection.write(new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`));
  const [head = ""] = (await new Response(connection.readable).text()).split("\r\n\r\n");
  const [status = "", ...fields] = head.split("\r\n");
  const named = fields.map((field) => field.split(/: (.*)/s)).map(([name = "", value = ""]) =>
    [name.toLowerCase(), value] as const
  );
  return new Map([[":status", status], ...named]);
}

async function ask(app: TestHandler, path: string, init?: RequestInit): Promise<Response> {
  const response = await app(new Request(ORIGIN + path, { redirect: "manual", ...init }));
  await response.body?.cancel();
  return response;
}

function assertHardened({ headers }: Response, context: string): void {
  assert.equal(headers.get("x-content-type-options"), "nosniff", context);
  assert.equal(headers.get("referrer-policy"), "same-origin", context);
  assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", context);
  assert.equal(headers.get("cross-origin-resource-policy"), "same-origin", context);
  assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/, context);
}
