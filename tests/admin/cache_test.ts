// The operators' page of what is kept ready: its figures, what a purge would take, and that purging needs a fresh proof and a
// reason, leaves its entry, and says where it holds.
import assert from "node:assert/strict";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { type CacheData, loadCachePage } from "../../lib/board/cache-page.ts";
import { purgeCache } from "../../lib/board/purge-cache.ts";
import { CacheCategory } from "../../lib/cache-manager.ts";
import { MAX_LOOKED_THROUGH } from "../../lib/cache/count-held.ts";
import type { SeenInstance } from "../../lib/cache/instance-roster.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { formatCount, formatShare, formatWait } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { readList } from "../../lib/kv/read.ts";
import { CategoryTable } from "../../lib/ui/operator/cache/CategoryTable.tsx";
import { InstanceTable } from "../../lib/ui/operator/cache/InstanceTable.tsx";
import { whatWords } from "../../lib/ui/operator/audit/audit-words.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const WAY = { category: CacheCategory.ROUTE, id: "57.7,11.9;57.6,12.2", tags: ["roads"] } as const;
const ONE_INSTANCE: SeenInstance = {
  ...{ name: "a1b2c3d4", since: "2026-11-28T05:00:00Z", atMs: 0, hits: 3, misses: 1 },
  ...{ savedMs: 0, loadMs: 0, bytes: 10, maxBytes: 100, log: { epoch: "one", seq: 1 } },
  ...{ categories: [], isOwn: true, isStale: false, hasAll: true },
};
const HOME = { category: CacheCategory.PAGE, id: "home@sv", tags: ["tariff"] } as const;

Deno.test("the page shows what was asked for by tier and category in both languages, and of keys those alone that say nothing of anybody", async () => {
  await using product = await testProduct();
  const karin = await sender(product);
  for (const locale of LOCALES) {
    const html = await karin.look(locale);
    assert(html.includes(textsFor(locale).cache.emptyTitle));
  }
  await kept(product);
  for (let i = 0; i < 20; i++) await product.services.cacheManager.get(HOME, never);
  for (const locale of LOCALES) {
    const words = textsFor(locale).cache;
    const html = await karin.look(locale);
    for (
      const text of [words.names.route, words.noNetwork, words.noEdge, words.notWarmed, HOME.id]
    ) {
      assert(html.includes(text), text);
    }
    for (const text of [words.emptyTitle, WAY.id, words.goes]) assert(!html.includes(text), text);
  }
});

Deno.test("what costs most stands first", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  services.cacheParts.stats.of(CacheCategory.PLACE).loadMs = 900;
  services.cacheParts.stats.of(CacheCategory.ROUTE).loadMs = 1_000;
  const { categories } = await loadCachePage(services, session, { form: null });
  assert.deepEqual(categories.slice(0, 2).map(({ category }) => category), ["route", "place"]);
});

Deno.test("what a purge would take is counted before: by tag, by category, by a form of keys", async () => {
  await using product = await testProduct();
  const { services } = product;
  await kept(product);
  await services.cacheManager.get({ ...WAY, id: "58.0,12;58,13" }, () => Promise.resolve(1));
  const { session } = await anOperator(services);
  const count = async (form: Record<string, string>) => {
    const asked = { tag: "", category: "", pattern: "", key: "", by: "tag" as const, ...form };
    const { preview, fault } = await loadCachePage(services, session, { form: asked });
    return preview?.of === "kept" ? preview.held.entries : fault;
  };
  assert.equal(await count({ by: "tag", tag: "roads" }), 2);
  assert.equal(await count({ by: "tag", tag: "road" }), 0);
  assert.equal(await count({ by: "tag", tag: "tariff" }), 1);
  assert.equal(await count({ by: "category", category: "route" }), 2);
  assert.equal(await count({ by: "pattern", category: "route", pattern: "57.7*" }), 1);
  assert.equal(await count({ by: "pattern", category: "page", pattern: "57.7*" }), 0);
  assert.equal(await count({ by: "category", category: "bookings" }), "category");
  assert.equal(await count({ by: "pattern", category: "route" }), "pattern");
  assert.equal(await count({ by: "tag" }), "tag");
  assert.equal(await count({ by: "edge", key: "all" }), "key");
});

Deno.test("more than a person can wait for is not counted to its end, and said so", async () => {
  await using product = await testProduct();
  const { services } = product;
  const part = services.cacheParts.memory.part(CacheCategory.ROUTE);
  part.resize(100_000_000_000);
  const { lru } = part;
  const entry = { value: 1, stamp: { epoch: "alone", seq: 0 }, checkedAt: -1, tags: ["roads"] };
  const ends = { freshUntilMs: 9, staleUntilMs: 9, errorUntilMs: 9, restUntilMs: 0, loadedMs: 0 };
  const held = { ...entry, ...ends, loadMs: 0, uses: 0 };
  for (let i = 0; i <= MAX_LOOKED_THROUGH; i++) lru.set(`${i}`, held, { size: 1 });
  const html = await (await sender(product)).look("en", { by: "tag", tag: "roads" });
  const words = textsFor("en").cache;
  const counted = formatCount("en", MAX_LOOKED_THROUGH, words.entries);
  assert(html.includes(words.atLeast(counted)));
  assert(!html.includes(words.doEntries(counted)));
});

Deno.test("a purge needs a reason and a fresh proof, leaves what does not fit, and its entry says it", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { cacheManager } = services;
  await kept(product);
  const karin = await sender(product);
  const wanted = { by: "tag", tag: "roads" };
  assert.equal(await karin.act({ ...wanted, reason: "" }), "422");
  assert.equal(await karin.act({ by: "tag", tag: "", reason: "Nya vägar" }), "422");
  assert.notEqual(cacheManager.peek(WAY), undefined);
  test.clock.advance({ minutes: 11 });
  const confirm = paths.signInConfirm({ next: paths.adminCache(wanted) });
  assert.equal(await karin.act({ ...wanted, reason: "Nya vägar" }), confirm);
  assert.notEqual(cacheManager.peek(WAY), undefined, "a stolen session alone purges nothing");
  const again = await sender(product);
  const done = await again.act({ ...wanted, reason: "Nya vägar" });
  assert.equal(done, paths.adminCache({ done: "alone" }));
  assert.equal(cacheManager.peek(WAY), undefined);
  assert.notEqual(cacheManager.peek(HOME), undefined);
  assert((await again.look("sv", { done: "alone" })).includes(textsFor("sv").cache.done.alone));
  const entry = (await readList(services.db.read, { prefix: auditKeys.intent.prefix }, 1_000))
    .map(({ value }) => value).find(({ what }) => what === "cache purged");
  assert.equal(entry?.kind, "security");
  assert.match(entry?.who ?? "", /^person\//);
  assert(entry?.why !== undefined && !entry.why.includes("roads"), "the reason is sealed");
  assert.equal(whatWords("sv", entry), textsFor("sv").audit.events["cache purged"]);
});

Deno.test("a purge says where it holds: everywhere, or not yet where the shared tier does not take it", async () => {
  const tier = new MemoryNetwork(() => 0);
  const cacheShare = { tier, secret: new Uint8Array(32), release: "one", now: () => 0 };
  await using test = await testServices({ parts: { cacheShare } });
  const { services } = test;
  const wish = { of: "kept", said: { kind: "tag", tag: "roads" } } as const;
  assert.equal(await purgeCache(services, wish, "Nya vägar"), "everywhere");
  tier.mood = "broken";
  assert.equal(await purgeCache(services, wish, "Nya vägar"), "later");
  const { tiers } = services.cacheManager.getAnalytics();
  assert.equal(tiers.network?.unsaidInvalidations, 1);
  const isBehind = async () => {
    await services.cacheParts.agreement.catchUp();
    return services.cacheManager.getAnalytics().tiers.network?.isBehind;
  };
  assert.equal(await isBehind(), true);
  tier.mood = "well";
  assert.equal(await isBehind(), false);
});

Deno.test("a cache in front is purged by its key, or told again; where there is none nothing is purged", async () => {
  await using test = await testServices();
  const { services } = test;
  const wish = { of: "edge", keys: ["tariff"] } as const;
  const asked: string[] = [];
  const edge = (isDone: boolean) => ({
    purge: (keys: readonly string[]) => (asked.push(keys.join()), Promise.resolve(isDone)),
  });
  const one = { ...services, edgeTeller: edge(true) };
  assert.equal(await purgeCache(one, wish, "Fel pris"), "edge");
  assert.equal(await purgeCache({ ...one, edgeTeller: edge(false) }, wish, "Fel"), "edge-later");
  assert.deepEqual(asked, ["tariff", "tariff"]);
  await assert.rejects(purgeCache(services, wish, "Fel pris"), RequestError);
});

Deno.test("a program is told the same figures, and purges as the page does", async () => {
  await using product = await testProduct();
  const { services, test, origin } = product;
  await kept(product);
  const { cookie, formToken } = await anOperator(services);
  const headers = { cookie, origin, [FORM_TOKEN_HEADER]: formToken };
  const url = `${origin}/api/admin/cache`;
  const told = await (await fetch(url, { headers })).json();
  assert.equal(told.categories.route.entries, 1);
  assert.equal(told.edge, null);
  const send = async (body: Record<string, string>) => {
    const init = { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${url}/purges`, {
      ...init,
      headers: { ...headers, "content-type": "application/json" },
    });
    return { status: answer.status, body: await answer.json() };
  };
  const wanted = { by: "pattern", category: "route", pattern: "57.7*", reason: "Nya vägar" };
  assert.equal((await send({ ...wanted, category: "ways" })).status, 422);
  assert.notEqual(services.cacheManager.peek(WAY), undefined);
  assert.deepEqual(await send(wanted), { status: 200, body: { done: "alone" } });
  assert.equal(services.cacheManager.peek(WAY), undefined);
  test.clock.advance({ minutes: 11 });
  assert.equal((await send(wanted)).status, 403);
});

/** One route and one page are kept. */
async function kept({ services: { cacheManager } }: TestProduct): Promise<void> {
  await cacheManager.get(WAY, () => Promise.resolve({ meters: 1 }));
  await cacheManager.get(HOME, () => Promise.resolve("<h1>"));
}

function never(): Promise<never> {
  return Promise.reject(new Error("It is kept"));
}

async function sender({ origin, services }: TestProduct) {
  const { cookie, formToken } = await anOperator(services);
  return {
    async look(locale: string, query: Record<string, string> = {}): Promise<string> {
      const headers = { cookie: `${cookie}; avanti-locale=${locale}` };
      return await (await fetch(origin + paths.adminCache(query), { headers })).text();
    },
    /** Where the answer leads, or its status. */
    async act(fields: Record<string, string>): Promise<string> {
      const body = new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, ...fields });
      const headers = { cookie, origin };
      const asked = { method: "POST", body, headers, redirect: "manual" } as const;
      const answer = await fetch(origin + paths.adminCache(), asked);
      await answer.body?.cancel();
      return answer.headers.get("location") ?? String(answer.status);
    },
  };
}

Deno.test("a category says what all instances hit, and how long it is fresh beside what the table says", async () => {
  await using test = await testServices();
  const { services } = test;
  const ofRoute = (hits: number, misses: number) => ({
    ...ONE_INSTANCE,
    categories: [{ ...{ category: CacheCategory.ROUTE, hits, misses }, loadMs: 1, savedMs: 1 }],
  });
  const instances = { read: () => Promise.resolve([ofRoute(6, 4), ofRoute(3, 7)]) };
  const deps = { ...services, cacheParts: { ...services.cacheParts, instances } };
  const operator = (await anOperator(services)).session;
  const shared = await loadCachePage(deps, operator, { form: null });
  const route = shared.categories.find(({ category }) => category === CacheCategory.ROUTE);
  assert.deepEqual(route?.ofAll, { hits: 9, misses: 11 });
  const alone = await loadCachePage(services, operator, { form: null });
  assert(alone.categories.every(({ ofAll }) => ofAll === null));
  const fitted = {
    ...shared,
    analytics: { ...shared.analytics, isFitted: true },
    categories: shared.categories.map((one) => ({ ...one, ttlMs: one.tableTtlMs / 2 })),
  };
  for (const locale of LOCALES) {
    const words = textsFor(locale).cache;
    const html = (data: CacheData) => renderToString(h(CategoryTable, { data, locale }));
    const byTable = words.byTable(formatWait(locale, route?.tableTtlMs ?? 0));
    assert(html(fitted).includes(byTable) && html(fitted).includes(words.lives.observed));
    assert(!html(shared).includes(byTable) && html(shared).includes(words.lives.table));
    assert(html(shared).includes(formatShare(locale, 0.45)));
    assert(!html(alone).includes(words.columns.ofAll));
  }
});

Deno.test("instances that share a tier are listed with their sum, and how many have taken every purge", () => {
  const one = ONE_INSTANCE;
  const silent = { ...one, name: "e5f6a7b8", isOwn: false, isStale: true };
  const behind = { ...one, name: "c9d0e1f2", isOwn: false, hasAll: false };
  for (const locale of LOCALES) {
    const words = textsFor(locale).cache;
    const html = renderToString(
      h(InstanceTable, { instances: [one, silent, behind], nowMs: Date.parse(one.since), locale }),
    );
    for (
      const text of [one.name, silent.name, words.taken("1", "3"), words.lacksSome, words.hasAll]
    ) {
      assert(html.includes(text), text);
    }
  }
});
