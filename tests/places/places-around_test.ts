import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { placesAround } from "../../lib/places/places-around.ts";

const index = loadPlaceIndex();
const BORAS = { lat: 57.721, lng: 12.94 };

Deno.test("placesAround() names towns and stations within reach, the most asked for first", () => {
  const found = placesAround(index, BORAS, 15_000, "sv");
  assert.equal(found[0]?.name, "Borås");
  const near = placesAround(index, BORAS, 2_000, "sv");
  assert.equal(near[0]?.name, "Borås Centralstation");
  for (const { name, point } of found) {
    assert.ok(Math.abs(point.lat - BORAS.lat) <= 15_000 / 111_000, name);
    assert.ok(Math.abs(point.lng - BORAS.lng) <= 15_000 / 59_000, name);
  }
});

Deno.test("placesAround() names no street, and of all Sweden no more than fit a map", () => {
  const found = placesAround(index, { lat: 57.7, lng: 11.97 }, 2_000_000, "sv");
  assert.equal(found.length, 40);
  const around = placesAround(index, { lat: 57.7, lng: 11.97 }, 300, "sv");
  assert.ok(around.length > 0 && around.every(({ kind }) => kind !== "street"));
  assert.deepEqual(placesAround(index, BORAS, 0, "sv"), []);
});
