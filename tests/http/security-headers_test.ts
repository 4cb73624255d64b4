// The headers every answer carries, to the letter and as a whole set: a word left out opens a door nobody looks at.
// Every route is asked, by an operator and by a stranger, and everything that answers without a route.
import assert from "node:assert/strict";
import { CspEvaluator } from "npm:csp_evaluator@1.1.8/dist/evaluator.js";
import { CspParser } from "npm:csp_evaluator@1.1.8/dist/parser.js";
import { paths } from "../../lib/kernel/paths.ts";
import { LoadShedder } from "../../lib/resilience/load-shedder.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { type Sample, surfaceOf } from "../support/hostile/surface.ts";
import { makeWorld, type World } from "../support/hostile/world.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const NOTHING = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const POLICY = {
  page:
    `${NOTHING}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ` +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'",
  script: `${NOTHING}; script-src 'self'; connect-src 'self'; form-action 'none'`,
  other: `${NOTHING}; form-action 'none'`,
};

const EVERYWHERE: Readonly<Record<string, string>> = {
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy":
    "clipboard-write=(self), geolocation=(self), publickey-credentials-create=(self), " +
    "publickey-credentials-get=(self), accelerometer=(), autoplay=(), " +
    "browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), " +
    "gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), magnetometer=(), " +
    "microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), " +
    "usb=(), xr-spatial-tracking=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const HSTS = "max-age=63072000; includeSubDomains";
/** Headers that tell what we are made of. */
const TELLING = ["server", "x-powered-by", "via"];

/** The headers of the set that `response` has, the nonce or the hashes in its policy as `…`. */
function setOf({ headers }: Response): Record<string, string | null> {
  const names = [
    ...Object.keys(EVERYWHERE),
    "content-security-policy",
    "strict-transport-security",
  ];
  const set = Object.fromEntries(names.map((name) => [name, headers.get(name)]));
  const policy = set["content-security-policy"] ?? null;
  set["content-security-policy"] = policy && policy.replace(/'nonce-[\w+/]{22}=='/, "'nonce-…'")
    .replace(/(?<=script-src )'sha256-[\w+/]{43}='(?: 'sha256-[\w+/]{43}=')*/, "'sha256-…'");
  return set;
}

/** The set that an answer must have. */
function wanted({ headers, status }: Response, secure = false): Record<string, string | null> {
  const type = headers.get("content-type") ?? "";
  // The copy keeps the policy it came with: one for an answer without a type would be put in its place.
  const isUnchanged = status === 304 && type === "";
  const kind = type.startsWith("text/html")
    ? "page"
    : type.startsWith("text/javascript")
    ? "script"
    : "other";
  const policy = POLICY[kind] + (secure ? "; upgrade-insecure-requests" : "");
  const [named] = /(?<=script-src ')(?:nonce|sha256)(?=-)/
    .exec(headers.get("content-security-policy") ?? "") ?? [];
  return {
    ...EVERYWHERE,
    "content-security-policy": isUnchanged
      ? null
      : named !== undefined && kind === "page"
      ? `${policy}; script-src '${named}-…' 'strict-dynamic'`
      : policy,
    "strict-transport-security": secure ? HSTS : null,
  };
}

function assertWholeSet(response: Response, what: string, secure = false): void {
  assert.deepEqual(setOf(response), wanted(response, secure), what);
  for (const name of TELLING) assert.equal(response.headers.get(name), null, `${what}: ${name}`);
}

/**
 * What markup may not have under the policy: a script without the page's nonce, a style or a handler in its place. Without
 * a nonce the scripts of a page are those with one of its hashes, see front-door_test.ts.
 */
function forbiddenIn(html: string, nonce: string): string[] {
  const tags = html.match(/<[a-z][^<>]*>/gi) ?? [];
  const named = nonce === "" ? /^<script(?: type="application\/json" id="frsh")?>$/ : null;
  return tags.filter((tag) =>
    (/^<script\b/i.test(tag) && !(named?.test(tag) ?? tag.includes(` nonce="${nonce}"`))) ||
    /^<style\b/i.test(tag) ||
    /\s(?:style|on[a-z]+)=/i.test(tag.replace(/="[^"]*"/g, '=""'))
  );
}

async function ask({ app, operator }: World, sample: Sample, isOperator: boolean) {
  const { method, address, body } = sample;
  const headers = new Headers(
    isOperator ? { cookie: operator.cookie, "sec-fetch-site": "same-origin" } : {},
  );
  if (body.kind === "none") return await app(new Request(ORIGIN + address, { method, headers }));
  const isJson = body.kind === "json";
  headers.set("content-type", isJson ? "application/json" : "application/x-www-form-urlencoded");
  const text = isJson ? JSON.stringify(body.value) : String(new URLSearchParams(body.fields));
  return await app(new Request(ORIGIN + address, { method, headers, body: text }));
}

/** The text of an answer that ends; a stream is left at once. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return await response.text();
  }
  await response.body?.cancel();
  return "";
}

Deno.test("every route answers with the whole set, whoever asks, and its pages have nothing that their policy forbids", async () => {
  await using world = await makeWorld();
  const nonces = new Set<string>();
  let [pages, shared] = [0, 0];
  for (const { route, samples } of await surfaceOf(world.app, world)) {
    assert.ok(samples.length > 0, route);
    for (const sample of samples) {
      for (const isOperator of [false, true]) {
        const response = await ask(world, sample, isOperator);
        const html = await textOf(response);
        const what = `${sample.method} ${sample.address} → ${response.status}`;
        assertWholeSet(response, what);
        if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
        const policy = response.headers.get("content-security-policy") ?? "";
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
        assert.deepEqual(forbiddenIn(html, nonce), [], what);
        assert.match(html, /<script\b/, what);
        assert.deepEqual(new CspEvaluator(new CspParser(policy).csp).evaluate(), [], what);
        if (nonce === "") shared++;
        else nonces.add(nonce);
        pages++;
      }
    }
  }
  assert.ok(pages > 100, `${pages} pages`);
  assert.equal(nonces.size, pages - shared, "no two pages have the same nonce");
  assert.ok(shared > 10, `${shared} pages that everybody may be given`);
  world.test.stop.abort();
});

Deno.test("the evaluator and the look at the markup find what is planted for them", () => {
  const judge = (policy: string) => new CspEvaluator(new CspParser(policy).csp).evaluate().length;
  const good = `${POLICY.page}; script-src 'nonce-abcdefghijklmnopqrstuv==' 'strict-dynamic'`;
  assert.equal(judge(good), 0);
  for (
    const [from, to] of [["'strict-dynamic'", "'unsafe-inline'"], [" 'nonce-", " https: 'nonce-"]]
  ) {
    assert.ok(judge(good.replace(from ?? "", to ?? "").replace(/'nonce-[^']*'/, "")) > 0, to);
  }
  assert.ok(judge(good.replace("base-uri 'none'; ", "")) > 0, "without base-uri");
  const markup = '<script nonce="n">1</script><a href="/x?onclick=1" title="style=">x</a>';
  assert.deepEqual(forbiddenIn(markup, "n"), []);
  for (
    const planted of [
      "<script>",
      '<script nonce="m">',
      '<p style="x">',
      '<a onclick="x">',
      "<style>",
    ]
  ) {
    assert.deepEqual(forbiddenIn(markup + planted, "n"), [planted]);
  }
});

const JSON_TYPE = { "content-type": "application/json" };
const LARGE = " ".repeat(70_000);

/** Answers that no route gives: of files, of the framework, of the door, to all methods and conditions. */
const BESIDE_ROUTES: readonly (readonly [status: number, path: string, init?: RequestInit])[] = [
  [200, "/styles.css"],
  [200, "/sw.js"],
  [200, "/offline-worker.js"],
  [200, "/favicon.svg"],
  [200, "/manifest.webmanifest"],
  [200, "/fonts/hanken-grotesk.woff2"],
  [206, "/styles.css", { headers: { range: "bytes=0-9" } }],
  [416, "/styles.css", { headers: { range: "bytes=99999999-" } }],
  [405, "/styles.css", { method: "POST" }],
  [307, "/styles.css?__frsh_c=x"],
  [404, "/favicon.ico"],
  [404, "/no/such/page"],
  [404, "/%zz"],
  [404, "/api/no/such/thing"],
  [401, "/admin/no/such/thing"],
  [401, "/api/admin/no/such/thing"],
  [404, "/bookings/%ff"],
  [414, `/?x=${"x".repeat(9_000)}`],
  [413, "/api/quotes", { method: "POST", body: LARGE, headers: JSON_TYPE }],
  [415, "/api/quotes", { method: "POST", body: "x" }],
  [405, "/", { method: "BREW" }],
  [200, "/", { method: "HEAD" }],
  [404, "/no/such/page", { method: "HEAD" }],
  [303, paths.quotes()],
];

for (
  const [origin, isSecure] of [
    ["https://avanti.example", true],
    ["http://192.168.1.20:8000", false],
    [undefined, false],
  ] as const
) {
  Deno.test(`files, errors, redirects and refusals carry the whole set, reached at ${origin ?? "no stated address"}`, async () => {
    await using test = await testServices({
      environment: origin === undefined ? {} : { AVANTI_ORIGIN: origin },
    });
    const app = await testApp(test.services);
    const { link } = await aStoredBooking(test.services);
    const own: typeof BESIDE_ROUTES = [
      ...[[200, paths.booking(link)], [200, paths.bookingCalendar(link)]] as const,
      ...[[200, `/api/bookings/${link}/events`], [410, paths.enter("A".repeat(43))]] as const,
    ];
    for (const [status, path, init] of [...BESIDE_ROUTES, ...own]) {
      const response = await app(new Request(ORIGIN + path, init));
      await response.body?.cancel();
      assert.equal(response.status, status, path);
      assertWholeSet(response, `${path} → ${status}`, isSecure);
    }
    const style = await app(new Request(`${ORIGIN}/styles.css`));
    await style.body?.cancel();
    const headers = { "if-none-match": style.headers.get("etag") ?? "" };
    const kept = await app(new Request(`${ORIGIN}/styles.css`, { headers }));
    assert.equal(kept.status, 304);
    assertWholeSet(kept, "304", isSecure);
    test.stop.abort();
  });
}

Deno.test("whoever is turned away at the door gets the set too, the page with the hash of its one style", async () => {
  await using test = await testServices();
  const shedder = new LoadShedder({ isOn: true, commits: () => ({ count: 0, waitMs: 0 }) });
  shedder.enter = () => false;
  const app = await testApp({ ...test.services, shedder });
  for (const path of ["/", "/api/quotes", "/no/such/page"]) {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    assert.equal(response.status, 503, path);
    const { "content-security-policy": policy, ...set } = setOf(response);
    const { "content-security-policy": plain, ...others } = wanted(response);
    assert.deepEqual(set, others, path);
    const style = /style-src 'sha256-[\w+/]{43}='/;
    assert.equal(policy?.replace(style, "style-src 'self'"), plain, path);
  }
});
