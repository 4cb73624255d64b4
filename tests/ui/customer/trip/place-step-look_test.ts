import assert from "node:assert/strict";
import { findPlace } from "../../../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../../../lib/places/place-index.ts";
import type { Place } from "../../../../lib/places/place.ts";
import { placeStepLook } from "../../../../lib/ui/customer/trip/place-step-look.ts";

const index = loadPlaceIndex();

function look(...ids: string[]) {
  const places = ids.map((id) => findPlace(index, id)).filter((one): one is Place => !!one);
  assert.equal(places.length, ids.length);
  return placeStepLook(index, { code: "placeSeveral", places, moreId: "" }, "sv");
}

Deno.test("streets of Göteborg are told by their district, other places are not", () => {
  const { districts, streets } = look("street:vasagatan", "airport:GOT");
  assert.deepEqual(districts, { "street:vasagatan": "Vasastaden" });
  assert.match(streets, /^M/);
});

Deno.test("where no street is known there is nothing to draw", () => {
  assert.deepEqual(look("airport:ARN"), { districts: {}, streets: "" });
  assert.deepEqual(look(), { districts: {}, streets: "" });
});
