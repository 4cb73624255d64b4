import assert from "node:assert/strict";
import fc from "npm:fast-check@4.10.2";
import { decodePolyline, encodePolyline } from "../../lib/places/polyline.ts";

Deno.test("encodePolyline() writes Google's published example", () => {
  const points = [{ lat: 38.5, lng: -120.2 }, { lat: 40.7, lng: -120.95 }, {
    lat: 43.252,
    lng: -126.453,
  }];
  assert.equal(encodePolyline(points), "_p~iF~ps|U_ulLnnqC_mqNvxq`@");
  assert.deepEqual(decodePolyline("_p~iF~ps|U_ulLnnqC_mqNvxq`@"), points);
});

Deno.test("decodePolyline() gives back any points in five decimals", () => {
  const point = fc.record({
    lat: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((value) => value / 1e5),
    lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 1e5),
  });
  fc.assert(fc.property(fc.array(point, { maxLength: 50 }), (points) => {
    // -0 and 0 are the same place.
    const same = points.map(({ lat, lng }) => ({ lat: lat + 0, lng: lng + 0 }));
    assert.deepEqual(decodePolyline(encodePolyline(points)), same);
  }));
});

Deno.test("encodePolyline() moves no point by more than half a unit, however long the line", () => {
  const point = fc.record({
    lat: fc.double({ min: 55, max: 70, noNaN: true }),
    lng: fc.double({ min: 10, max: 25, noNaN: true }),
  });
  fc.assert(fc.property(fc.array(point, { maxLength: 100 }), (points) => {
    decodePolyline(encodePolyline(points)).forEach((decoded, i) => {
      assert.ok(Math.abs(decoded.lat - points[i]!.lat) <= 0.50001e-5);
      assert.ok(Math.abs(decoded.lng - points[i]!.lng) <= 0.50001e-5);
    });
  }));
});

Deno.test("decodePolyline() refuses text that is no polyline", () => {
  for (const text of ["_", "_p~iF", "!!", "åäö", "_p~iF~ps|U ", "~".repeat(20), "\u007f??"]) {
    assert.throws(() => decodePolyline(text), RangeError, text);
  }
  assert.deepEqual(decodePolyline(""), []);
});
