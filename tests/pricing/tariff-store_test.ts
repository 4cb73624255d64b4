import assert from "node:assert/strict";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFF_2027 } from "../../lib/pricing/demo-tariffs.ts";
import { TariffStore } from "../../lib/pricing/tariff-store.ts";
import { NO_CACHE } from "../../lib/cache/no-cache.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testCache } from "../support/cache/test-cache.ts";
import { aTariff } from "../support/pricing.ts";

async function withStore(test: (store: TariffStore, db: Database) => Promise<void>) {
  const db = await openDatabase(":memory:");
  try {
    await test(new TariffStore(db, testCache().cache), db);
  } finally {
    db.close();
  }
}

Deno.test("TariffStore lists tariffs by validFrom whatever order they were saved in", () =>
  withStore(async (store) => {
    assert.deepEqual(await store.list(), []);

    await store.save(DEMO_TARIFF_2027);
    await store.save(DEMO_TARIFF_2026);

    assert.deepEqual(await store.list(), [DEMO_TARIFF_2026, DEMO_TARIFF_2027]);
  }));

Deno.test("TariffStore never overwrites a version, and says so", () =>
  withStore(async (store) => {
    assert.equal(await store.save(DEMO_TARIFF_2026), true);
    const edited = { ...DEMO_TARIFF_2026, vatRatePercent: 25 };

    assert.equal(await store.save(edited), false);

    assert.deepEqual(await store.list(), [DEMO_TARIFF_2026]);
  }));

Deno.test("TariffStore keeps one of three tariffs saved as the same version at the same moment", () =>
  withStore(async (store) => {
    const saves = [6, 12, 25].map((vatRatePercent) => store.save(aTariff({ vatRatePercent })));

    assert.deepEqual((await Promise.all(saves)).filter(Boolean), [true]);
    assert.equal((await store.list()).length, 1);
  }));

Deno.test("TariffStore refuses a tariff the schema refuses", () =>
  withStore(async (store) => {
    await assert.rejects(store.save(aTariff({ version: "2021-01-01.1" })), { name: "ZodError" });
    assert.deepEqual(await store.list(), []);
  }));

Deno.test("TariffStore reads the database once until a tariff is saved through it", () =>
  withStore(async (store, db) => {
    await store.save(DEMO_TARIFF_2026);
    const first = await store.list();
    await db.write.set(pricingKeys.tariff("2020-01-01", "2020-01-01.1"), aTariff());

    assert.equal(await store.list(), first);
    await store.save(DEMO_TARIFF_2027);
    assert.equal((await store.list()).length, 3);
  }));

Deno.test("TariffStore reads the latest six hundred tariffs, the earliest of them first", () =>
  withStore(async (store, db) => {
    const first = Temporal.PlainDate.from("2020-01-01");
    const dates = Array.from({ length: 602 }, (_, i) => first.add({ days: i }).toString());
    for (const validFrom of dates) {
      await db.write.set(pricingKeys.tariff(validFrom, `${validFrom}.1`), aTariff({ validFrom }));
    }
    assert.deepEqual((await store.list()).map(({ validFrom }) => validFrom), dates.slice(2));
  }));

Deno.test("TariffStore does not serve a list that a save overtook", () =>
  withStore(async (store) => {
    const overtaken = store.list();
    await store.save(DEMO_TARIFF_2026);
    await overtaken;

    assert.deepEqual(await store.list(), [DEMO_TARIFF_2026]);
  }));

Deno.test("TariffStore tries again after a read that failed", () =>
  withStore(async (_, db) => {
    let broken = true;
    const read = new Proxy(db.read, {
      get: (kv, name) => {
        if (name === "list" && broken) throw new TypeError("the disk is gone");
        const member = Reflect.get(kv, name);
        return typeof member === "function" ? member.bind(kv) : member;
      },
    });
    const store = new TariffStore({ ...db, read }, testCache().cache);

    await assert.rejects(store.list(), { message: "the disk is gone" });
    broken = false;
    assert.deepEqual(await store.list(), []);
  }));

Deno.test("TariffStore reads again what a program without a cache has saved once it is refreshed, and not before", () =>
  withStore(async (store, db) => {
    await store.save(DEMO_TARIFF_2026);
    assert.equal(await store.refresh(), false);
    await store.list();
    assert.equal(await store.refresh(), false);

    await new TariffStore(db, NO_CACHE).save(DEMO_TARIFF_2027);

    assert.equal((await store.list()).length, 1);
    assert.equal(await store.refresh(), true);
    assert.equal((await store.list()).length, 2);
  }));

Deno.test("TariffStore gives no tariffs from before a save in another process that shares a tier", () =>
  withStore(async (_, db) => {
    const tier = new MemoryNetwork();
    const [one, other] = [1, 2].map(() => new TariffStore(db, testCache({ tier }).cache));
    assert.deepEqual(await other!.list(), []);
    await one!.save(DEMO_TARIFF_2026);
    assert.equal((await other!.list()).length, 1);
    assert.equal(await one!.refresh(), false);
  }));

Deno.test("TariffStore asks the database for nothing while no tariff is saved, and goes on without the tier", () =>
  withStore(async (_, db) => {
    const tier = new MemoryNetwork();
    let reads = 0;
    const counted = new Proxy(db.read, {
      get: (kv, name) => {
        const member = Reflect.get(kv, name);
        if (typeof member !== "function") return member;
        return (...input: unknown[]) => (reads++, Reflect.apply(member, kv, input));
      },
    });
    const store = new TariffStore({ ...db, read: counted }, testCache({ tier }).cache);
    await store.save(DEMO_TARIFF_2026);
    await store.list();
    reads = 0;
    for (let i = 0; i < 10; i++) await store.list();
    assert.equal(reads, 0);
    tier.mood = "broken";
    await db.write.set(pricingKeys.tariff("2020-01-01", "2020-01-01.1"), aTariff());
    assert.equal((await store.list()).length, 1);
  }));
