import assert from "node:assert/strict";
import { CacheCategory } from "../../lib/cache/category.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

async function world(environment: Record<string, string> = {}) {
  const test = await testServices({ environment });
  const handler = await testApp(test.services);
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await handler(new Request(ORIGIN + path, { headers }));
    return { answer, html: await answer.text() };
  };
  const loads = () => test.services.cacheParts.stats.of(CacheCategory.PAGE).loads;
  return { ...test, get, loads, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() };
}

Deno.test("a page that everybody gets alike is rendered once, in each language, and is the same to the byte", async () => {
  await using test = await world();
  for (const path of ["/", "/prices", "/prices?lang=en", "/terms"]) {
    const before = test.loads();
    const [first, ...others] = [await test.get(path), await test.get(path), await test.get(path)];
    assert.equal(first.answer.status, 200, path);
    assert.equal(test.loads(), before + 1, path);
    for (const { answer, html } of others) {
      assert.equal(html, first.html, path);
      assert.deepEqual(
        [...answer.headers].filter(isOfPage),
        [...first.answer.headers].filter(isOfPage),
      );
    }
  }
});

Deno.test("whoever sends a cookie or a password, and any other question, is given a page of their own", async () => {
  await using test = await world();
  await test.get("/prices", { cookie: "avanti-locale=en" });
  await test.get("/prices", { authorization: "Basic YTpi" });
  await test.get("/?from=Vasagatan");
  await test.get("/no-such-page");
  await test.get(paths.signIn());
  assert.equal(test.loads(), 0);
});

Deno.test("a page is rendered anew once a tariff was saved, a day is over or something is down", async () => {
  await using test = await world();
  const { services, clock } = test;
  const { html } = await test.get("/prices");
  const standard = { ...DEMO_TARIFF_2026.rates.standard!, baseOre: 77_700 };
  const rates = { ...DEMO_TARIFF_2026.rates, standard };
  await services.tariffs.save({ ...DEMO_TARIFF_2026, version: "2026-01-01.2", rates });
  const after = await test.get("/prices");
  assert.ok(after.html.includes("777") && !html.includes("777"));
  const before = test.loads();
  clock.advance({ hours: 30 });
  await test.get("/prices");
  assert.equal(test.loads(), before + 1);
});

Deno.test("whoever asks too often is refused where the page is kept, too", async () => {
  await using test = await world({ AVANTI_LIMITS: "on" });
  const statuses = new Set<number>();
  // More than any class of calls allows at once.
  for (let i = 0; i < 1_000 && statuses.size < 2; i++) {
    statuses.add((await test.get("/prices")).answer.status);
  }
  assert.deepEqual([...statuses], [200, 429]);
  assert.equal(test.loads(), 1);
});

/** Headers of one answer: its reference, what it says of limits and of time. */
function isOfPage([name]: [string, string]): boolean {
  return !/^(ratelimit|server-timing|x-request-id|date)/.test(name);
}
