import assert from "node:assert/strict";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import { wholeMeters } from "../../lib/routing/route.ts";

const FROM = { lat: 57.7, lng: 12 };

function north(meters: number) {
  return { lat: FROM.lat + meters / METERS_PER_DEGREE, lng: FROM.lng };
}

Deno.test("wholeMeters() rounds, but never below the straight line", () => {
  assert.equal(wholeMeters(1_000.6, FROM, north(900)), 1_001);
  assert.equal(wholeMeters(1_000.4, FROM, north(900)), 1_000);
  assert.equal(wholeMeters(1_000.4, FROM, north(1_000.4)), 1_001);
  assert.equal(wholeMeters(990, FROM, north(999.5)), 1_000);
});
