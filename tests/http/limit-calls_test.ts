// The limits at the running product: by address and by person, told on every answer, refused in words.
import assert from "node:assert/strict";
import { CALL_PACES } from "../../lib/http/call-classes.ts";
import { limitHeaders } from "../../lib/http/middleware/limit-calls.ts";
import { CallLimits } from "../../lib/resilience/call-limits.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";

/** A product behind one proxy, whose limits count on a clock that stands still. */
async function limited() {
  const time = { nowMs: 0 };
  const callLimits = new CallLimits({ isOn: true, now: () => time.nowMs });
  const environment = { AVANTI_PROXIES: "1" };
  return { time, product: await testProduct({ environment, parts: { callLimits } }) };
}

async function statuses(
  { origin }: TestProduct,
  path: string,
  headers: Record<string, string>,
  count: number,
  method = "GET",
): Promise<number[]> {
  const got: number[] = [];
  for (let i = 0; i < count; i++) {
    const response = await fetch(origin + path, { method, headers, redirect: "manual" });
    await response.body?.cancel();
    got.push(response.status);
  }
  return got;
}

const EXPORT = CALL_PACES.export;
const CODE = CALL_PACES.code;

Deno.test("one network is refused past its burst, others are not, and time gives it back", async () => {
  const { time, product } = await limited();
  await using _ = product;
  const ask = (address: string, count: number) =>
    statuses(product, "/enter/short", { "x-forwarded-for": address }, count);
  const some = await ask("203.0.113.1", CODE.burst + 2);
  assert.deepEqual([...new Set(some.slice(0, CODE.burst))], [410]);
  assert.deepEqual(some.slice(CODE.burst), [429, 429]);
  assert.deepEqual(await ask("203.0.113.2", 1), [410]);
  time.nowMs = CODE.everyMs;
  assert.deepEqual(await ask("203.0.113.1", 2), [410, 429]);
});

Deno.test("what a client writes before the address our proxy saw changes nothing", async () => {
  const { product } = await limited();
  await using _ = product;
  const got: number[] = [];
  for (let i = 0; i <= CODE.burst; i++) {
    const headers = { "x-forwarded-for": `198.51.100.${i}, 203.0.113.1` };
    got.push(...await statuses(product, "/enter/short", headers, 1));
  }
  assert.equal(got.at(-1), 429);
});

Deno.test("addresses of one /64 are one, and so many /64 of one /56 are one too", async () => {
  const { product } = await limited();
  await using _ = product;
  const from = (address: string, count: number) =>
    statuses(product, "/enter/short", { "x-forwarded-for": address }, count);
  for (let i = 0; i < CODE.burst; i++) await from(`2001:db8:1:1::${i + 1}`, 1);
  assert.deepEqual(await from("2001:db8:1:1:ffff::1", 1), [429]);
  for (let net = 2; net <= 4; net++) await from(`2001:db8:1:${net}::1`, CODE.burst);
  assert.deepEqual(await from("2001:db8:1:5::1", 1), [429]);
  assert.deepEqual(await from("2001:db8:1:100::1", 1), [410]);
});

Deno.test("whoever is signed in is counted as a person, wherever they ask from, and costs their network nothing", async () => {
  const { product } = await limited();
  await using _ = product;
  const [karin, kim] = [
    await anOperator(product.services),
    await anOperator(product.services, "Kim"),
  ];
  const day = (cookie: string, address: string, count: number) =>
    statuses(product, "/admin/day.csv", { cookie, "x-forwarded-for": address }, count);
  // The first of a session is counted for the network: nobody knows yet whose it is.
  assert.deepEqual(await day(karin.cookie, "203.0.113.1", 1), [200]);
  const some = await day(karin.cookie, "203.0.113.1", EXPORT.burst);
  assert.deepEqual([...new Set(some)], [200]);
  assert.deepEqual(await day(karin.cookie, "203.0.113.9", 1), [429]);
  assert.deepEqual(await day(kim.cookie, "203.0.113.1", 1), [200]);
});

Deno.test("a cookie of nobody is counted for its network: making them up helps nothing", async () => {
  const { product } = await limited();
  await using _ = product;
  const got: number[] = [];
  for (let i = 0; i <= EXPORT.burst; i++) {
    const cookie = `avanti-session=${String(i).padStart(43, "x")}`;
    got.push(
      ...await statuses(product, "/admin/day.csv", { cookie, "x-forwarded-for": "203.0.113.1" }, 1),
    );
  }
  assert.deepEqual([got[0], got.at(-1)], [401, 429]);
});

Deno.test("every answer that is somebody's own says what is left: pages, problems, refusals; a refusal says when to come back", async () => {
  const { product } = await limited();
  await using _ = product;
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(product.origin + path, { redirect: "manual", ...init });
    await response.body?.cancel();
    return response.headers;
  };
  const page = await ask("/prices");
  assert.equal(page.get("ratelimit-policy"), '"page";q=240;w=24');
  assert.equal(page.get("ratelimit"), '"page";r=239;t=1');
  assert.equal((await ask("/no-such-page")).get("ratelimit"), '"page";r=238;t=1');
  assert.equal((await ask("/admin")).get("ratelimit"), '"operator";r=599;t=1');
  const sent = await ask("/api/quotes", { method: "POST", body: "{}" });
  assert.equal(sent.get("ratelimit"), '"quote";r=119;t=1');
  assert.equal(sent.get("retry-after"), null);
  await statuses(product, "/enter/short", {}, CODE.burst);
  const refused = await ask("/enter/short");
  assert.equal(refused.get("ratelimit"), `"code";r=0;t=${CODE.burst * CODE.everyMs / 1_000}`);
  assert.equal(refused.get("retry-after"), String(CODE.everyMs / 1_000));
});

Deno.test("whoever is refused reads how long to wait, in their language; a program gets the code", async () => {
  const { product } = await limited();
  await using _ = product;
  await statuses(product, "/enter/short", {}, CODE.burst);
  for (
    const [lang, words] of [["sv", /Vänta 5 sekunder och försök igen/], [
      "en",
      /Wait 5 seconds and try again/,
    ]] as const
  ) {
    const response = await fetch(`${product.origin}/enter/short?lang=${lang}`);
    assert.equal(response.status, 429);
    assert.match(await response.text(), words);
  }
  await statuses(product, "/api/faults", {}, CALL_PACES.report.burst, "POST");
  const response = await fetch(`${product.origin}/api/faults`, { method: "POST" });
  const { code, retryAfterSeconds } = await response.json();
  assert.deepEqual([response.status, code, retryAfterSeconds], [429, "too-many-requests", 2]);
});

Deno.test("files are counted in a class of their own, and say nothing that a cache could give to others", async () => {
  const { product } = await limited();
  await using _ = product;
  const got = await statuses(product, "/manifest.webmanifest", {}, CALL_PACES.static.burst + 1);
  assert.deepEqual([got[0], got.at(-2), got.at(-1)], [200, 200, 429]);
  const refused = await fetch(`${product.origin}/manifest.webmanifest`);
  await refused.body?.cancel();
  const { headers } = refused;
  assert.equal(headers.get("cache-control"), "no-store");
  assert.equal(headers.get("ratelimit"), '"static";r=0;t=5');
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.deepEqual(await statuses(product, "/prices", {}, 1), [200]);
});

Deno.test("looks at pages cost no commit, refused ones neither", async () => {
  const { product } = await limited();
  await using _ = product;
  let commits = 0;
  const { write } = product.services.db;
  const atomic = write.atomic.bind(write);
  write.atomic = () => {
    commits++;
    return atomic();
  };
  await statuses(product, "/prices", {}, CALL_PACES.page.burst + 5);
  assert.equal(commits, 0);
});

Deno.test("limitHeaders() writes lists of structured fields, in whole seconds", () => {
  const headers = limitHeaders({ pace: CALL_PACES.book, left: 3, fullInMs: 80_001 });
  assert.deepEqual(headers, [
    ["ratelimit-policy", '"book";q=30;w=90'],
    ["ratelimit", '"book";r=3;t=81'],
  ]);
});
