import assert from "node:assert/strict";
import { greatCircleMeters, lineMeters, METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";

const GOTEBORG = { lat: 57.7089, lng: 11.9746 };
const STOCKHOLM = { lat: 59.3293, lng: 18.0686 };

Deno.test("greatCircleMeters() measures a degree along the meridian and the equator", () => {
  const origin = { lat: 0, lng: 0 };
  assert.ok(Math.abs(greatCircleMeters(origin, { lat: 1, lng: 0 }) - METERS_PER_DEGREE) < 1e-6);
  assert.ok(Math.abs(greatCircleMeters(origin, { lat: 0, lng: 1 }) - METERS_PER_DEGREE) < 1e-6);
  assert.ok(Math.abs(METERS_PER_DEGREE - 111_195) < 1);
});

Deno.test("greatCircleMeters() puts Göteborg and Stockholm 397 km apart, both ways", () => {
  assert.equal(Math.round(greatCircleMeters(GOTEBORG, STOCKHOLM) / 1000), 397);
  assert.equal(greatCircleMeters(GOTEBORG, STOCKHOLM), greatCircleMeters(STOCKHOLM, GOTEBORG));
});

Deno.test("greatCircleMeters() is zero for one point and half the globe for antipodes", () => {
  assert.equal(greatCircleMeters(GOTEBORG, GOTEBORG), 0);
  const half = greatCircleMeters({ lat: 10, lng: 20 }, { lat: -10, lng: -160 });
  assert.ok(Math.abs(half - 180 * METERS_PER_DEGREE) < 1);
});

Deno.test("lineMeters() adds the legs and is zero for fewer than two points", () => {
  assert.equal(lineMeters([]), 0);
  assert.equal(lineMeters([GOTEBORG]), 0);
  const there = greatCircleMeters(GOTEBORG, STOCKHOLM);
  assert.equal(lineMeters([GOTEBORG, STOCKHOLM, GOTEBORG]), 2 * there);
});

Deno.test("a degree is measured on the sphere of the Earth's mean radius", () => {
  assert(Math.abs(METERS_PER_DEGREE - 6_371_008.8 * Math.PI / 180) < 1e-6);
});
