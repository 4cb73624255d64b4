// Landmarks changed while the product runs: found at once, here and in a second process on the same database.
import assert from "node:assert/strict";
import { roomWork, roundsOf } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { encodeRow } from "../../lib/kv/stored-row.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { placeKeys } from "../../lib/places/keys.ts";
import { editLandmark, STREET_METERS, streetAt } from "../../lib/places/edit-landmark.ts";
import { findPlace } from "../../lib/places/find-place.ts";
import type { LandmarkFields } from "../../lib/places/landmark.ts";
import type { LandmarkCommand } from "../../lib/places/landmark-edit.ts";
import { landmarkChanged } from "../../lib/places/landmark-feed.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { searchPlaces } from "../../lib/places/place-search.ts";
import { placeWork } from "../../lib/places/work.ts";
import { testServices } from "../support/services.ts";

const FIELDS: LandmarkFields = {
  kind: "arena",
  name: "Nya hallen",
  nameEn: "The new hall",
  area: "Gårda",
  town: "Göteborg",
  point: { lat: 57.7057, lng: 11.9853 },
  aliases: ["Evenemangshallen"],
  isExact: true,
};
const ADD: LandmarkCommand = { type: "add", fields: FIELDS, mayBeFar: false };

const edit = (
  services: Services,
  command: LandmarkCommand,
  { id = "", expectedVersion = 0 } = {},
) => editLandmark(services, { id, command, expectedVersion, operatorName: "Karin" });
const firstFor = ({ places }: Services, words: string) =>
  searchPlaces(places, words, { locale: "sv" })[0];
const freshServices = (options: Parameters<typeof testServices>[0] = {}) =>
  testServices({ places: loadPlaceIndex(), ...options });

Deno.test("an added landmark is found at once, by its names and by its id", async () => {
  await using test = await freshServices();
  const { services } = test;
  const done = await edit(services, ADD);
  assert.ok(done.ok);
  assert.equal(done.edit.landmark.tiedTo, "street:skanegatan");
  assert.equal(findPlace(services.places, "landmark:nya-hallen")?.name, "Nya hallen");
  for (const words of ["nya hallen", "the new hall", "evenemangshallen"]) {
    assert.equal(firstFor(services, words)?.id, "landmark:nya-hallen", words);
  }
  assert.equal(await services.landmarks.refresh(), false);
});

Deno.test("a moved landmark is sold from its new point, and a renamed one by its new name", async () => {
  await using test = await freshServices();
  const { services } = test;
  const point = { lat: 57.70612, lng: 11.98655 };
  const fields = { ...FIELDS, name: "Stora Ullevi", nameEn: "", point };
  const command = { type: "change", fields, mayBeFar: false } as const;
  assert.ok((await edit(services, command, { id: "landmark:ullevi" })).ok);
  await services.landmarks.refresh();
  assert.deepEqual(firstFor(services, "stora ullevi")?.point, point);
  assert.equal(findPlace(services.places, "landmark:ullevi")?.name, "Stora Ullevi");
});

Deno.test("a retired landmark is found no more and a restored one is, with its story in order", async () => {
  await using test = await freshServices();
  const { services } = test;
  const id = "landmark:nordstan";
  assert.ok((await edit(services, { type: "retire" }, { id })).ok);
  await services.landmarks.refresh();
  assert.equal(findPlace(services.places, id), undefined);
  assert.notEqual(firstFor(services, "nordstan")?.id, id);
  assert.ok((await edit(services, { type: "restore" }, { id, expectedVersion: 1 })).ok);
  await services.landmarks.refresh();
  assert.equal(firstFor(services, "nordstan")?.id, id);
  const story = await services.landmarks.story(id);
  assert.deepEqual(story.map(({ type, operatorName }) => [type, operatorName]), [
    ["restored", "Karin"],
    ["retired", "Karin"],
  ]);
});

Deno.test("what was done is told on the feed, with who did it and what it was before", async () => {
  await using test = await freshServices();
  const { services } = test;
  await edit(services, { type: "retire" }, { id: "landmark:nordstan" });
  const { commits } = await services.feed.since("", 100);
  const [told, ...more] = commits.flatMap((commit) => bodiesOf(landmarkChanged, commit));
  assert.deepEqual(more, []);
  assert.deepEqual([told?.type, told?.operatorName, told?.before?.name, told?.at], [
    "retired",
    "Karin",
    "Nordstan",
    "2026-11-23T05:00:00Z",
  ]);
});

Deno.test("nothing is written when the landmark has changed meanwhile, or the name is taken", async () => {
  await using test = await freshServices();
  const { services } = test;
  const change = { type: "change", fields: FIELDS, mayBeFar: false } as const;
  assert.ok((await edit(services, change, { id: "landmark:ullevi" })).ok);
  const late = await edit(services, { type: "retire" }, { id: "landmark:ullevi" });
  assert.deepEqual(late, { ok: false, problem: "changedMeanwhile" });
  for (const name of ["Nya Hallen", "Liseberg", "Göteborg Centralstation", "Gothenburg Opera"]) {
    const taken = await edit(services, { ...ADD, fields: { ...FIELDS, name } });
    assert.deepEqual(taken, { ok: false, problem: "nameTaken" }, name);
  }
  assert.equal((await services.landmarks.story("landmark:ullevi")).length, 1);
});

Deno.test("of two operators who add the same place at once, one does", async () => {
  await using test = await freshServices();
  const both = await Promise.all([edit(test.services, ADD), edit(test.services, ADD)]);
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
});

Deno.test("a change of one process is in the index of another, without a restart", async () => {
  const folder = await Deno.makeTempDir();
  const database = `${folder}/kv.sqlite3`;
  await using one = await freshServices({ database });
  await using two = await freshServices({ database, existing: true });
  await edit(one.services, ADD);
  const [rounds] = placeWork(two.services).rounds ?? [];
  await rounds?.round();
  assert.equal(firstFor(two.services, "evenemangshallen")?.id, "landmark:nya-hallen");
});

Deno.test("a commit wakes the round that puts it into the index", async () => {
  await using test = await freshServices();
  const { services } = test;
  const [rounds] = placeWork(services).rounds ?? [];
  let woken = 0;
  const stopListening = rounds?.wake?.(() => woken++);
  await edit(services, { type: "retire" }, { id: "landmark:none" });
  assert.equal(woken, 0, "nothing was written");
  await edit(services, ADD);
  assert.equal(woken, 1);
  stopListening?.();
  await rounds?.round();
  assert.equal(firstFor(services, "evenemangshallen")?.id, "landmark:nya-hallen");
});

Deno.test("every room's work has the round, and the index in use is the same object after it", async () => {
  await using test = await freshServices();
  const { services } = test;
  const { places } = services;
  const rounds = roundsOf(services, roomWork(services));
  await edit(services, { type: "retire" }, { id: "landmark:gotaplatsen" });
  await rounds.find(({ name }) => name === "reading landmarks")?.round();
  assert.equal(services.places, places);
  assert.equal(findPlace(places, "landmark:gotaplatsen"), undefined);
  // The street has its name again.
  assert.equal(firstFor(services, "götaplatsen")?.id, "street:gotaplatsen");
});

Deno.test("streetAt() is the street beside a point, null beyond it, and nothing where none is known", () => {
  const index = loadPlaceIndex();
  assert.equal(streetAt(index, { lat: 57.70345, lng: 11.98498 })?.id, "street:skanegatan");
  assert.equal(streetAt(index, { lat: 57.6868, lng: 12.04 }), null);
  assert.equal(streetAt(index, { lat: 59.33, lng: 18.06 }), undefined);
  assert.equal(STREET_METERS, 150);
});

Deno.test("a change of many landmarks that was decided in the same moment is not lost, nor is the second told nothing", async () => {
  await using test = await freshServices();
  const { services } = test;
  const { db, landmarks } = services;
  const id = "landmark:ullevi";
  const { edit: shipped } = await landmarks.forChange(id);
  assert.ok(shipped);
  const loaded = { ...shipped, landmark: { ...shipped.landmark, area: "Loaded" }, version: 1 };
  let isDecided = false;
  // After everything was read, another process decides on its rows and dies before they are in place.
  const all = async () => {
    const found = await landmarks.all();
    if (!isDecided) {
      isDecided = true;
      const key = placeKeys.landmark(id);
      const row = { key: [...key], row: encodeRow(key, loaded) };
      const pending = { id: "A", count: 1, done: 0 };
      await new Transaction(db).set(kvKeys.staged("A", 0), row)
        .set(kvKeys.edition(), { number: 1_000, pending }).commit();
    }
    return found;
  };
  const slow = Object.assign(Object.create(services), {
    landmarks: { forChange: landmarks.forChange.bind(landmarks), all, write: landmarks.write },
  });
  const command = { type: "change", fields: FIELDS, mayBeFar: false } as const;
  const late = await edit(slow, command, { id });
  assert.deepEqual(late, { ok: false, problem: "changedMeanwhile" });
  assert.equal((await landmarks.forChange(id)).edit?.landmark.area, "Loaded");
});
