import assert from "node:assert/strict";
import type { CacheShare } from "../../lib/assembly/cache-room.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { CacheCategory } from "../../lib/cache/category.ts";
import type { Database } from "../../lib/kv/open.ts";
import { editLandmark } from "../../lib/places/edit-landmark.ts";
import { findSuggestions } from "../../lib/places/find-suggestions.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { suggestPlaces } from "../../lib/places/suggest-places.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { testServices } from "../support/services.ts";

const OPTIONS = { locale: "sv", limit: 8 } as const;
const NEW = {
  ...{ kind: "arena", name: "Nya hallen", nameEn: "", area: "Gårda", town: "Göteborg" } as const,
  ...{ point: { lat: 57.7057, lng: 11.9853 }, aliases: [], isExact: true },
};

const find = (services: Services, words: string) => findSuggestions(services, words, OPTIONS);
const keptOf = ({ cacheParts }: Services) => cacheParts.memory.state(CacheCategory.PLACE).entries;

Deno.test("findSuggestions() gives what the index does, and works the beginning of a name out once", async () => {
  await using test = await testServices();
  const { services } = test;
  for (const words of ["vasag", "  Lisebe", "xyz", "Vasagatan 11", "a long way from Göteborg"]) {
    const own = suggestPlaces(services.places, words.trim(), OPTIONS);
    assert.deepEqual(await find(services, words), own);
    assert.deepEqual(await find(services, words), own);
  }
  assert.equal(services.cacheParts.stats.of(CacheCategory.PLACE).loads, 3);
});

Deno.test("findSuggestions() keeps nothing that may be somebody's address", async () => {
  await using test = await testServices();
  for (const words of ["Hemgatan 7", "Hemliga gatan vid skogen"]) await find(test.services, words);
  assert.equal(keptOf(test.services), 0);
});

Deno.test("a landmark that was saved, moved or retired is found so at once, in both instances on a tier", async () => {
  const cacheShare = {
    ...{ tier: new MemoryNetwork(), secret: new Uint8Array(32).fill(3) },
    ...{ release: "one", now: () => 0 },
  };
  const one = await instance(cacheShare);
  await using other = await instance(cacheShare, one.services.db);
  const all = [one.services, other.services];
  for (const services of all) assert.equal(await first(services), undefined);
  const edit = async (
    command: Parameters<typeof editLandmark>[1]["command"],
    by: Services,
    at = 0,
  ) => {
    const id = at === 0 ? "" : "landmark:nya-hallen";
    const operatorName = "Karin";
    const done = await editLandmark(by, { id, command, expectedVersion: at, operatorName });
    assert.ok(done.ok, JSON.stringify(done));
  };
  await edit({ type: "add", fields: NEW, mayBeFar: false }, one.services);
  for (const services of all) assert.equal((await first(services))?.name, "Nya hallen");
  const moved = { ...NEW, point: { ...NEW.point, lat: 57.7058 } };
  await edit({ type: "change", fields: moved, mayBeFar: false }, other.services, 1);
  for (const services of all) assert.deepEqual((await first(services))?.point, moved.point);
  await edit({ type: "retire" }, one.services, 2);
  for (const services of all) assert.equal(await first(services), undefined);
});

async function first(services: Services) {
  const { places } = await find(services, "nya hallen");
  return places.find(({ id }) => id === "landmark:nya-hallen");
}

function instance(cacheShare: CacheShare, db?: Database) {
  const shared = db === undefined ? {} : { wrap: (own: Database) => (own.close(), db) };
  const existing = db !== undefined;
  return testServices({ places: loadPlaceIndex(), parts: { cacheShare }, existing, ...shared });
}
