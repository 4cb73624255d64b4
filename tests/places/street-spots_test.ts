import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import {
  isOneSpot,
  MAX_CROSSINGS,
  MAX_MORE_CROSSINGS,
  readSpotId,
  spotIds,
} from "../../lib/places/street-spots.ts";

const index = loadPlaceIndex();

Deno.test("every street of the index has its length, and a crossing is a crossing of both streets", () => {
  for (const { place } of index.places) {
    if (place.kind !== "street") continue;
    const street = index.streets.get(place.id);
    assert(street, place.id);
    for (const { streetId } of street.crossings) {
      const back = index.streets.get(streetId)?.crossings.map((crossing) => crossing.streetId);
      assert(back?.includes(place.id), `${place.id} meets ${streetId}`);
    }
    assert(spotIds(index.streets, place.id, true).length < MAX_MORE_CROSSINGS, place.id);
  }
});

Deno.test("every spot that is offered is a place on that street, in words", () => {
  for (const { place } of index.places.filter(({ place }) => place.kind === "street")) {
    for (const id of spotIds(index.streets, place.id)) {
      const spot = findPlace(index, id);
      assert(spot !== undefined && spot.name.startsWith(place.name), id);
      assert(greatCircleMeters(spot.point, place.point) < 6_000, id);
      assert(id.length <= 100, `${id} is longer than a form sends`);
    }
  }
});

Deno.test("a street of 400 m is one spot, a longer one or a number it cannot have is not", () => {
  const streets = new Map(
    [400, 401].map((meters) => [`street:${meters}`, { meters, crossings: [] }]),
  );
  assert(isOneSpot(streets, "street:400"));
  assert(isOneSpot(streets, "street:400", "24 B"));
  assert(isOneSpot(streets, "street:400", "200"));
  assert(!isOneSpot(streets, "street:400", "201"));
  assert(!isOneSpot(streets, "street:401"));
  assert(isOneSpot(streets, "pin:57,12"), "what is no street needs no spot");
});

Deno.test("at most seven crossings are offered, in the order of the street, and its middle first", () => {
  const ids = spotIds(index.streets, "street:ostra-hamngatan");
  assert.equal(ids[0], "street:ostra-hamngatan~middle");
  assert.equal(ids.length, MAX_CROSSINGS + 1);
  const points = ids.slice(1).map((id) => findPlace(index, id)!.point);
  const norths = points.map(({ lat }) => lat);
  const sorted = [...norths].sort((a, b) => norths[0]! < norths.at(-1)! ? a - b : b - a);
  assert.deepEqual(norths, sorted, "the street runs from north to south");
});

Deno.test("findPlace() knows no crossing of streets that do not meet, and no spot of a station", () => {
  for (
    const id of [
      "street:vasagatan~korsvagen",
      "street:vasagatan~finns-inte",
      "street:finns-inte~middle",
      "station:goteborg-centralstation~middle",
      "street:vasagatan~more",
    ]
  ) {
    assert.equal(findPlace(index, id), undefined, id);
  }
  assert.equal(readSpotId("street:vasagatan"), null);
});
