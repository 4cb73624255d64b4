import assert from "node:assert/strict";
import { accessSeconds, withAccess } from "../../lib/routing/access.ts";
import type { Point } from "../../lib/places/place.ts";

const [FROM, ON, OFF, TO] = [57.7, 57.701, 57.702, 57.703].map((lat) => ({ lat, lng: 12 })) as [
  Point,
  Point,
  Point,
  Point,
];

Deno.test("withAccess() adds the ways to both places and says how long they are", () => {
  const { line, accessMeters } = withAccess(FROM, [ON, OFF], TO);
  assert.deepEqual(line, [FROM, ON, OFF, TO]);
  assert.ok(Math.abs(accessMeters - 222.4) < 0.1);
});

Deno.test("withAccess() leaves a line alone that begins and ends at the places", () => {
  assert.deepEqual(withAccess(FROM, [FROM, TO], TO), { line: [FROM, TO], accessMeters: 0 });
});

Deno.test("accessSeconds() is as slow as a yard", () => {
  assert.equal(accessSeconds(1_500), 360);
});
