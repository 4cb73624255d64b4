import assert from "node:assert/strict";
import { centreId, isStop, mayStopInMiddle, stopIdsIn } from "../../lib/places/area-stops.ts";
import { findPlace } from "../../lib/places/find-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";

const index = loadPlaceIndex();
const numberOf = (name: string, kind: string) =>
  index.places.findIndex(({ place }) => place.name === name && place.kind === kind);

Deno.test("everything offered in a town or a district is a place a car can stop at", () => {
  for (const at of index.areas) {
    for (const id of stopIdsIn(index, at, 6)) {
      const place = findPlace(index, id);
      assert(place && isStop(index, place), id);
    }
  }
});

Deno.test("a town's stations come before its middle, and the middle only where no street is known", () => {
  const first = (name: string, kind = "town") => stopIdsIn(index, numberOf(name, kind), 6)[0];
  assert.equal(first("Stockholm"), "station:stockholm-centralstation");
  assert.equal(first("Kungsbacka"), "station:kungsbacka-station");
  assert.match(first("Ulricehamn") ?? "", /^town:\d+~centre$/);
  assert.equal(mayStopInMiddle(index, numberOf("Stockholm", "town")), false, "far too large");
  assert.equal(mayStopInMiddle(index, numberOf("Haga", "district")), false, "streets are known");
  const haga = index.places[numberOf("Haga", "district")]!.place;
  assert.equal(findPlace(index, centreId(haga.id)), undefined);
});

Deno.test("a district offers its squares and streets, and a town nobody has a station in its middle", () => {
  const haga = stopIdsIn(index, numberOf("Haga", "district"), 6);
  assert.equal(haga.length, 6);
  assert(haga.every((id) => id.startsWith("street:")), haga.join(" "));
  for (const at of index.areas) {
    assert(stopIdsIn(index, at, 6).length > 0, index.places[at]!.place.id);
  }
});
