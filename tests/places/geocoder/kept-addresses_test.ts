import assert from "node:assert/strict";
import type { FoundAddress } from "../../../lib/places/geocoder/found-address.ts";
import type { AddressQuestion } from "../../../lib/places/geocoder/geocoder.ts";
import { keptAddresses } from "../../../lib/places/geocoder/kept-addresses.ts";
import { CacheCategory } from "../../../lib/cache/category.ts";
import { testCache } from "../../support/cache/test-cache.ts";

const HOUR_MS = 3_600_000;
const POINT = { lat: 57.7, lng: 11.97 };
const ADDRESS: FoundAddress = {
  ...{ kind: "house", name: "", street: "Vasagatan", houseNumber: "11", postcode: "41124" },
  ...{ town: "Göteborg", areas: [], point: POINT },
};

/** A service that counts what it is asked, behind the cache. */
function aService(service = "photon") {
  const state = {
    ...testCache(),
    asked: [] as AddressQuestion[],
    next: (): Promise<readonly FoundAddress[] | undefined> => Promise.resolve([ADDRESS]),
  };
  const ask = (question: AddressQuestion) => {
    state.asked.push(question);
    return state.next();
  };
  return Object.assign(state, { ask: keptAddresses(ask, { cache: state.cache, service }) });
}

Deno.test("keptAddresses() asks once for words that compare the same, and anew where the day is over", async () => {
  const service = aService();
  await service.ask({ words: "Vasagatan 11" });
  assert.deepEqual(await service.ask({ words: " vasagatan  11" }), [ADDRESS]);
  assert.equal(service.asked.length, 1);
  await service.ask({ words: "Vasagatan 12" });
  assert.equal(service.asked.length, 2);
  service.pass(49 * HOUR_MS);
  await service.ask({ words: "Vasagatan 11" });
  assert.equal(service.asked.length, 3);
});

Deno.test("keptAddresses() asks again after some minutes about what nobody knew", async () => {
  const service = aService();
  service.next = () => Promise.resolve([]);
  assert.deepEqual(await service.ask({ words: "Nygatan 1" }), []);
  assert.deepEqual(await service.ask({ words: "Nygatan 1" }), []);
  assert.equal(service.asked.length, 1);
  service.pass(HOUR_MS / 4);
  service.next = () => Promise.resolve([ADDRESS]);
  assert.deepEqual(await service.ask({ words: "Nygatan 1" }), [ADDRESS]);
});

Deno.test("keptAddresses() tells points apart by the metre", async () => {
  const service = aService();
  await service.ask({ point: POINT });
  await service.ask({ point: { lat: 57.700001, lng: 11.97 } });
  await service.ask({ point: { lat: 57.70002, lng: 11.97 } });
  assert.equal(service.asked.length, 2);
});

Deno.test("keptAddresses() asks once what is asked by many at the same time", async () => {
  const service = aService();
  const { promise, resolve } = Promise.withResolvers<readonly FoundAddress[]>();
  service.next = () => promise;
  const all = Array.from({ length: 100 }, () => service.ask({ words: "a" }));
  resolve([ADDRESS]);
  await Promise.all(all);
  assert.equal(service.asked.length, 1);
});

Deno.test("keptAddresses() keeps neither a failure nor a question that was not asked", async () => {
  const service = aService();
  service.next = () => Promise.reject(new Error("down"));
  await assert.rejects(service.ask({ words: "a" }), /down/);
  service.next = () => Promise.resolve(undefined);
  assert.equal(await service.ask({ words: "a" }), undefined);
  service.next = () => Promise.resolve([]);
  assert.deepEqual(await service.ask({ words: "a" }), []);
  assert.equal(service.asked.length, 3);
});

Deno.test("keptAddresses() gives what was known while the service is down or left alone, for a week", async () => {
  for (const down of [() => Promise.reject(new Error("down")), () => Promise.resolve(undefined)]) {
    const service = aService();
    await service.ask({ words: "Vasagatan 11" });
    service.next = down;
    service.pass(5 * 24 * HOUR_MS);
    assert.deepEqual(await service.ask({ words: "Vasagatan 11" }), [ADDRESS]);
    service.pass(5 * 24 * HOUR_MS);
    const late = await service.ask({ words: "Vasagatan 11" }).catch(() => "failed");
    assert.notDeepEqual(late, [ADDRESS]);
  }
});

Deno.test("keptAddresses() writes nothing that somebody typed into keys, patterns or figures", async () => {
  const service = aService();
  for (let i = 0; i < 100; i++) await service.ask({ words: "Hemliga gatan 7" });
  const hottest = await service.manager.hottest(CacheCategory.GEOCODE);
  const said = JSON.stringify([hottest, service.manager.getAnalytics()]);
  assert.deepEqual(hottest, []);
  assert.doesNotMatch(said, /hemliga/i);
});

Deno.test("keptAddresses() gives one service nothing that another one said", async () => {
  const shared = testCache();
  const answers = [[ADDRESS], []].map((found, i) =>
    keptAddresses(() => Promise.resolve(found), { cache: shared.cache, service: `service ${i}` })
  );
  assert.deepEqual(await answers[0]!({ words: "a" }), [ADDRESS]);
  assert.deepEqual(await answers[1]!({ words: "a" }), []);
});
