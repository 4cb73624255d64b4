import assert from "node:assert/strict";
import { districtAt } from "../../lib/places/district-at.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { buildSegmentGrid } from "../../lib/places/segment-grid.ts";
import { streetsAround } from "../../lib/places/streets-around.ts";
import { STREETS_BOX } from "../../lib/places/streets-box.ts";

const index = loadPlaceIndex();
const VASAGATAN = { lat: 57.6985, lng: 11.969 };

Deno.test("streetsAround() draws the streets of a quarter through its box, small enough for a page", () => {
  const path = streetsAround(index.streetLines, VASAGATAN);
  const points = [...path.matchAll(/[ML](-?\d+) (-?\d+)/g)].map((
    [, x, y],
  ) => [Number(x), Number(y)]);
  const inside = points.filter(([x = -1, y = -1]) =>
    x >= 0 && x <= STREETS_BOX.width && y >= 0 && y <= STREETS_BOX.height
  );
  assert.ok(inside.length > 40, `${inside.length} corners in the box`);
  assert.ok(path.length < 6_000, `${path.length} characters`);
});

Deno.test("streetsAround() draws nothing where no street is known", () => {
  assert.equal(streetsAround(index.streetLines, { lat: 59.33, lng: 18.06 }), "");
});

Deno.test("streetsAround() is north up, east to the right, and joins the pieces of one line", () => {
  const corners = {
    lat: Int32Array.from([5_770_000, 5_770_100, 5_770_100]),
    lng: Int32Array.from([1_197_000, 1_197_000, 1_197_200]),
  };
  const lines = { segments: buildSegmentGrid(corners, [0, 1]), placeOf: new Uint16Array(3) };
  assert.equal(streetsAround(lines, { lat: 57.7, lng: 11.97 }), "M37 43L37 24L57 24");
});

Deno.test("districtAt() names a district of Göteborg in and near its middle, and none elsewhere", () => {
  assert.equal(districtAt(index, VASAGATAN, "sv"), "Vasastaden");
  assert.equal(districtAt(index, { lat: 57.6985, lng: 11.958 }, "sv"), "Haga");
  assert.equal(districtAt(index, { lat: 57.87, lng: 11.98 }, "sv"), "");
});
