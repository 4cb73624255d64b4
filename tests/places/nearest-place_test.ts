import assert from "node:assert/strict";
import { nearestPlace } from "../../lib/places/nearest-place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";

const index = loadPlaceIndex();

Deno.test("nearestPlace() names the airport on all of its ground", () => {
  assert.equal(nearestPlace(index, { lat: 57.6628, lng: 12.2798 })?.id, "airport:GOT");
});

Deno.test("nearestPlace() names the station beside it and the street a little farther off", () => {
  assert.equal(nearestPlace(index, { lat: 57.709, lng: 11.9736 })?.kind, "station");
  assert.equal(nearestPlace(index, { lat: 57.7062, lng: 11.9668 })?.kind, "street");
});

Deno.test("nearestPlace() names a long street anywhere along it, not only at its middle", () => {
  for (const point of [{ lat: 57.6999, lng: 11.9757 }, { lat: 57.6985, lng: 11.9777 }]) {
    assert.equal(nearestPlace(index, point)?.id, "street:kungsportsavenyen");
  }
});

Deno.test("nearestPlace() names the nearest town outside the streets it knows", () => {
  assert.equal(nearestPlace(index, { lat: 57.6866, lng: 12.2117 })?.name, "Landvetter");
});

Deno.test("nearestPlace() names nothing far from everything", () => {
  assert.equal(nearestPlace(index, { lat: 40, lng: 0 }), undefined);
});
