// What operators see of landmarks.
import assert from "node:assert/strict";
import {
  loadLandmark,
  loadLandmarks,
  loadNewLandmark,
  MAX_LISTED,
} from "../../lib/board/landmarks-page.ts";
import { shippedLandmarks } from "../../lib/places/landmark.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const all = shippedLandmarks();

Deno.test("the list is ordered by town and name, cut, and counts what it leaves out", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const list = await loadLandmarks(test.services, session, { q: "", done: "" });
  assert.deepEqual([list.landmarks.length, list.count], [MAX_LISTED, all.length]);
  assert.equal(list.approximate, all.filter(({ source }) => source === "map").length);
  const names = list.landmarks.map(({ landmark }) => `${landmark.town} ${landmark.name}`);
  assert.equal(names[0]?.startsWith("Alingsås"), true);
});

Deno.test("a search finds every word in names, other names, district and town, without dots", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const idsFor = async (q: string) =>
    (await loadLandmarks(test.services, session, { q, done: "" })).landmarks
      .map(({ landmark }) => landmark.id);
  assert.deepEqual(await idsFor("femmanhuset"), ["landmark:nordstan"]);
  assert.deepEqual(await idsFor("goteborg opera house"), ["landmark:goteborgsoperan"]);
  assert.deepEqual(await idsFor("nordstan stockholm"), []);
});

Deno.test("one landmark comes with its street and its form; an unknown one does not come", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const data = await loadLandmark(test.services, session, "landmark:ullevi");
  assert.deepEqual([data?.street, data?.values.name, data?.problem], [
    "Skånegatan",
    "Ullevi",
    null,
  ]);
  assert.equal(await loadLandmark(test.services, session, "landmark:none"), null);
  const fresh = await loadNewLandmark(test.services, session);
  assert.deepEqual([fresh.id, fresh.edit, fresh.values.town], ["", null, "Göteborg"]);
});
