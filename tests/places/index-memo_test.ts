import assert from "node:assert/strict";
import { perIndex, recentPerIndex } from "../../lib/places/index-memo.ts";
import { shippedLandmarks } from "../../lib/places/landmark.ts";
import { loadPlaceIndex, replaceLandmarks } from "../../lib/places/place-index.ts";

Deno.test("perIndex() works a key out once, and again when the index has other places", () => {
  const index = loadPlaceIndex();
  const asked: string[] = [];
  const counted = perIndex((index, key: string) => {
    asked.push(key);
    return `${key} of ${index.places.length}`;
  });
  const before = counted(index, "a");
  assert.equal(counted(index, "a"), before);
  assert.notEqual(counted(index, "b"), before);
  assert.deepEqual(asked, ["a", "b"]);

  replaceLandmarks(index, shippedLandmarks().slice(1));
  assert.notEqual(counted(index, "a"), before);
  assert.deepEqual(asked, ["a", "b", "a"]);
});

Deno.test("recentPerIndex() works a key out once while it is among the last asked for, and for other places again", () => {
  const index = loadPlaceIndex();
  const worked: string[] = [];
  const remembered = recentPerIndex<{ key: string }>(2);
  const ask = (key: string) =>
    remembered(index, key, () => {
      worked.push(key);
      return { key };
    });
  const first = ask("a");
  ask("b");
  assert.equal(ask("a"), first);
  assert.deepEqual(worked, ["a", "b"]);

  ask("c");
  assert.equal(ask("a"), first, "asked for later than b");
  assert.deepEqual(worked, ["a", "b", "c"]);
  assert.deepEqual(ask("b"), { key: "b" });
  assert.deepEqual(worked, ["a", "b", "c", "b"]);

  replaceLandmarks(index, shippedLandmarks().slice(1));
  assert.notEqual(ask("b"), first);
  assert.deepEqual(worked, ["a", "b", "c", "b", "b"]);
});
