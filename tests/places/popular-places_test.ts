import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { MAX_POPULAR, POPULAR_PLACE_IDS, popularPlaces } from "../../lib/places/popular-places.ts";

const index = loadPlaceIndex();

Deno.test("every popular place is one the index knows, and no more are offered than fit", () => {
  for (const id of POPULAR_PLACE_IDS) assert.ok(index.byId.has(id), id);
  const offered = popularPlaces(index, "sv");
  assert.equal(offered.length, MAX_POPULAR);
  assert.deepEqual(offered.map(({ id }) => id), POPULAR_PLACE_IDS.slice(0, MAX_POPULAR));
});

Deno.test("popular places are named in the language of the page", () => {
  assert.equal(popularPlaces(index, "sv")[0]?.name, "Göteborg Landvetter flygplats");
  assert.equal(popularPlaces(index, "en")[0]?.name, "Göteborg Landvetter Airport");
});
