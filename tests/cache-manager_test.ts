// The front door to what is kept ready works as it is promised: the example of the README, and what stands behind it.
import assert from "node:assert/strict";
import { CacheCategory, createCacheManager } from "../lib/cache-manager.ts";
import { testServices } from "./support/services.ts";

Deno.test("the promised example: what was asked for most is loaded before anybody asks, and the hit rate tells", async () => {
  await using test = await testServices();
  const cacheManager = createCacheManager(test.services);
  const loads: string[] = [];
  const getUserData = (key: string) => (loads.push(key), Promise.resolve({ name: key }));
  const ofMaja = { category: CacheCategory.USER_DATA, id: "maja", subject: "person/maja" };
  for (let i = 0; i < 32; i++) await cacheManager.get(ofMaja, getUserData);
  await cacheManager.invalidateCategory(CacheCategory.USER_DATA);

  await cacheManager.warmCache([
    {
      category: CacheCategory.USER_DATA,
      dataLoader: async (key) => await getUserData(key),
      priority: "high",
    },
  ]);

  const analytics = cacheManager.getAnalytics();
  assert.deepEqual(loads, ["maja", "maja"]);
  assert.deepEqual(cacheManager.peek(ofMaja), { name: "maja" });
  assert.equal(analytics.stats.hitRate, 31 / 33);
  assert.equal(test.services.cacheManager.constructor, cacheManager.constructor);
});
