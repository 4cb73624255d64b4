// Ten thousand draws of malformed requests for each route of the API: always a refusal that says why, never a fault of
// ours. Of draws that say the same one is sent, for nothing is left of a request that was refused.
import assert from "node:assert/strict";
import { apiRouteFiles } from "../support/api-route-files.ts";
import { type ApiCase, apiCases, validRequest } from "../support/api-routes.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { recordsOf } from "../support/kept-log.ts";
import { type Malformed, malformedRequests } from "../support/malformed.ts";
import { oneOf, type Random, SEED, seeded } from "../support/random.ts";
import { testServices } from "../support/services.ts";

const DRAWN_PER_ROUTE = 10_000;

for (const file of await apiRouteFiles()) {
  Deno.test(`${file} refuses what ${DRAWN_PER_ROUTE} draws of malformed requests say, and still accepts a good one`, async () => {
    await using test = await testServices();
    const app = await testApp(test.services);
    const one = (await apiCases(test.services)).find((one) => one.file === file);
    assert(one);
    const requests = malformedRequests(one, seeded(SEED), DRAWN_PER_ROUTE);
    for (const request of requests) await refused(app, one, request);
    assert.deepEqual(recordsOf(test.records, "error"), []);
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    await acceptsTheValid(app, one);
    await auditBookings(test.services.db);
    test.stop.abort();
  });
}

Deno.test("places.ts answers ten thousand strange searches with at most eight places each", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const random = seeded(SEED);
  for (let i = 0; i < DRAWN_PER_ROUTE; i++) {
    const query = strangeQuery(random);
    const response = await app(new Request(`${ORIGIN}/api/places?${query}`));
    const body = await response.json();
    const context = `seed ${SEED}, search ${i}: ${query.slice(0, 200)}`;
    const names = [...new URLSearchParams(query).keys()];
    if (new Set(names).size < names.length) {
      assert.deepEqual([response.status, body.code], [400, "name-repeated"], context);
      continue;
    }
    assert.equal(response.status, 200, context);
    assert(Array.isArray(body.places) && body.places.length <= 8, context);
  }
});

Deno.test("an address under /api without a route is a problem document as well", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const path of ["/api", "/api/", "/api/nothing", "/api/quotes/a/b", "/api/__proto__"]) {
    const response = await app(new Request(ORIGIN + path));
    assert.equal(response.status, 404, path);
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/, path);
    await response.body?.cancel();
  }
});

async function refused(
  app: TestHandler,
  one: ApiCase,
  { make, fault, statuses }: Malformed,
): Promise<void> {
  const response = await app(make());
  const context = `seed ${SEED}, ${one.method} ${one.file}: ${fault}`;
  const { status } = response;
  assert(status >= 400 && status < 500, `${status}; ${context}`);
  if (statuses !== null) assert(statuses.includes(status), `${status}; ${context}`);
  const type = response.headers.get("content-type") ?? "";
  assert(type.startsWith("application/problem+json"), `${type}; ${context}`);
  const problem = await response.json();
  assert(typeof problem.detail === "string" && problem.detail.length > 10, context);
  assert.equal(problem.status, status, context);
  if (status === 405) assert.match(response.headers.get("allow") ?? "", /GET|POST/, context);
}

async function acceptsTheValid(app: TestHandler, one: ApiCase): Promise<void> {
  const response = await app(validRequest(one));
  assert.equal(response.status, one.accepts, one.file);
  await response.body?.cancel();
}

function strangeQuery(random: Random): string {
  const words = [
    "landv",
    "å",
    "%00",
    "%ff",
    "%F0%9F%9A%95",
    "__proto__",
    "(((",
    "%",
    "\\",
    ".*",
    "1",
  ];
  const parts = Array.from({ length: 1 + Math.floor(random() * 6) }, () => oneOf(random, words));
  const text = parts.join(oneOf(random, ["", "+", "%20", "-"]));
  const locale = oneOf(random, ["", "&locale=en", "&locale=xx", "&locale=__proto__"]);
  const wrap = [
    `q=${text}`,
    `q=${text}&q=${text}`,
    `q[]=${text}`,
    `q=${text.repeat(40)}`,
    "q",
    "",
    `Q=${text}`,
  ];
  return oneOf(random, wrap) + locale;
}
