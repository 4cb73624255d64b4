// What instances share is sealed: nothing anybody said is in it, and nothing that was altered or moved comes out of it.
import assert from "node:assert/strict";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { openCacheShare } from "../../lib/assembly/cache-room.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import { KvTier } from "../../lib/cache/kv-tier.ts";
import { RedisTier } from "../../lib/cache/redis-tier.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testServices } from "../support/services.ts";
import { tempFolder } from "../support/databases.ts";

const MAJA = { category: CacheCategory.USER_DATA, id: "profile", subject: "person/maja" } as const;
const TYPED = { category: CacheCategory.GEOCODE, id: "Kanariegatan 4711" } as const;
const CANARIES = ["Öberg", "Kanariegatan", "4711", "person/maja", "profile", "hemlig tagg"];

/** Two instances of the product on one database's keys and one tier. */
async function pair() {
  const tier = new MemoryNetwork(() => Date.parse("2026-11-23T05:00:00Z"));
  const cacheShare = { tier, secret: new Uint8Array(32).fill(3), release: "one", now: () => 0 };
  const one = await testServices({ parts: { cacheShare } });
  const { db } = one.services;
  const other = await testServices({ parts: { cacheShare }, wrap: (own) => (own.close(), db) });
  const settled = () => one.services.cacheParts.network?.settled();
  return {
    ...{ tier, one: one.services, other: other.services, settled },
    [Symbol.asyncDispose]: () => one[Symbol.asyncDispose](),
  };
}

Deno.test("nothing anybody said, and no key, stands readable in the shared tier", async () => {
  await using test = await pair();
  const { one, other, tier, settled } = test;
  const tags = ["hemlig tagg"];
  await one.cacheManager.get({ ...MAJA, tags }, () => Promise.resolve({ name: "Maja Öberg" }));
  await one.cacheManager.get(TYPED, () => Promise.resolve(["Kanariegatan 4711"]));
  for (let i = 0; i < 8; i++) await one.cacheManager.get(MAJA, () => Promise.resolve(null));
  await settled();
  await one.cacheParts.patternKeeper.write();
  await one.cacheManager.invalidateTag("hemlig tagg");
  await one.cacheManager.invalidateKey(MAJA);
  const stored = [
    ...[...tier.entries].flatMap(([key, { entry }]) => [key, new TextDecoder().decode(entry)]),
    ...tier.records.map(({ text }) => text + atob(text)),
  ];
  assert(stored.length >= 8);
  for (const canary of CANARIES) {
    assert.deepEqual(stored.filter((text) => text.includes(canary)), [], canary);
  }
  assert.deepEqual(await other.cacheManager.get(TYPED, () => Promise.resolve(["anew"])), [
    "Kanariegatan 4711",
  ]);
});

Deno.test("private data is found by the other instance, and by none once its person is erased", async () => {
  await using test = await pair();
  const { one, other, settled } = test;
  await one.cacheManager.get(MAJA, () => Promise.resolve("held"));
  await settled();
  assert.equal(await other.cacheManager.get(MAJA, () => Promise.resolve("anew")), "held");
  const mark = await reachMark(one.reachKey, "person", "maja");
  await commitWithRetry(one.db, (tx) => one.subjectKeys.destroy(tx, mark));
  one.cacheParts.memory.part(MAJA.category).delete(one.cache.nameOf(MAJA));
  assert.equal(await one.cacheManager.get(MAJA, () => Promise.resolve("nobody")), "nobody");
  await settled();
});

Deno.test("an entry that was altered, or stands under the key of another, is loaded anew", async () => {
  await using test = await pair();
  const { one, other, tier, settled } = test;
  const of = (id: string) => ({ category: CacheCategory.TARIFF, id });
  await one.cacheManager.get(of("cheap"), () => Promise.resolve(1));
  await settled();
  const [cheap] = tier.entries.values();
  await one.cacheManager.get(of("dear"), () => Promise.resolve(100));
  await settled();
  const [, dear = ""] = tier.entries.keys();
  assert(cheap !== undefined);
  tier.entries.set(dear, cheap);
  assert.equal(await other.cacheManager.get(of("dear"), () => Promise.resolve(100)), 100);
  const [first = ""] = tier.entries.keys();
  const altered = cheap.entry.map((byte, i) => (i === cheap.entry.length - 20 ? byte ^ 1 : byte));
  tier.entries.set(first, { ...cheap, entry: altered });
  assert.equal(await other.cacheManager.get(of("cheap"), () => Promise.resolve(2)), 2);
});

Deno.test("the settings name the tier: none, a file of its own, or Redis; never the bookings' database", async () => {
  await using folder = await tempFolder();
  const secret = new Uint8Array(32);
  const database = `${folder.path}/avanti.sqlite`;
  const open = async (cacheTier: string | undefined) => {
    const { tier } = await openCacheShare({ cacheTier, database }, secret);
    tier?.close();
    return tier;
  };
  assert.equal(await open(undefined), null);
  assert(await open(`${folder.path}/cache.sqlite`) instanceof KvTier);
  assert(await open("redis://127.0.0.1:1") instanceof RedisTier);
  await assert.rejects(open(database), /of its own/);
});
