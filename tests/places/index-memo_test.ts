import assert from "node:assert/strict";
import { perIndex } from "../../lib/places/index-memo.ts";
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
