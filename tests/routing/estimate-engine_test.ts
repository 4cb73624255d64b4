import assert from "node:assert/strict";
import { loadSweden } from "../../lib/places/sweden.ts";
import { createEstimateEngine, estimateRoute } from "../../lib/routing/estimate-engine.ts";
import { decodePolyline } from "../../lib/places/polyline.ts";

const map = { sweden: loadSweden() };
const GOTEBORG = { lat: 57.7089, lng: 11.9735 };
const STOCKHOLM = { lat: 59.33, lng: 18.058 };
const HALMSTAD = { lat: 56.6745, lng: 12.8578 };
const VISBY = { lat: 57.6409, lng: 18.296 };

/** Road kilometres by the usual road, and the share the estimate may be off. */
const KNOWN: [name: string, lat: number, lng: number, km: number][] = [
  ["Borås", 57.7206, 12.933, 65],
  ["Jönköping", 57.7845, 14.162, 147],
  ["Malmö", 55.6092, 13.0007, 272],
  ["Stockholm", 59.33, 18.058, 470],
  ["Trollhättan", 58.288, 12.2985, 75],
  ["Kungsbacka", 57.4892, 12.079, 29],
];

for (const [name, lat, lng, km] of KNOWN) {
  Deno.test(`estimateRoute() is within a tenth of the ${km} km from Göteborg to ${name}`, () => {
    const answer = estimateRoute(map, GOTEBORG, { lat, lng });
    assert.ok(answer.ok);
    assert.ok(
      Math.abs(answer.route.distanceMeters / 1000 - km) < 0.1 * km,
      `${answer.route.distanceMeters}`,
    );
  });
}

Deno.test("estimateRoute() says that it is an estimate and draws a straight line", () => {
  const answer = estimateRoute(map, GOTEBORG, HALMSTAD);
  assert.ok(answer.ok);
  assert.deepEqual([answer.route.engine, answer.route.isEstimate], ["estimate", true]);
  assert.deepEqual(decodePolyline(answer.route.geometry), [GOTEBORG, HALMSTAD]);
});

Deno.test("estimateRoute() goes to Öland by way of the bridge", () => {
  const kalmar = { lat: 56.661, lng: 16.359 };
  const answer = estimateRoute(map, kalmar, { lat: 56.879, lng: 16.656 });
  assert.ok(answer.ok);
  assert.equal(decodePolyline(answer.route.geometry).length, 4, "both ends of the bridge");
});

Deno.test("estimateRoute() is the same there and back", () => {
  const [there, back] = [
    estimateRoute(map, GOTEBORG, STOCKHOLM),
    estimateRoute(map, STOCKHOLM, GOTEBORG),
  ];
  assert.ok(there.ok && back.ok);
  assert.equal(there.route.distanceMeters, back.route.distanceMeters);
});

const REFUSED: [title: string, to: { lat: number; lng: number }, reason: string][] = [
  ["Copenhagen", { lat: 55.6761, lng: 12.5683 }, "abroad"],
  ["Oslo", { lat: 59.9139, lng: 10.7522 }, "abroad"],
  ["the middle of the sea", { lat: 56.5, lng: 18.9 }, "abroad"],
  ["no number at all", { lat: NaN, lng: NaN }, "abroad"],
  ["Visby, which only a paid ferry goes to", VISBY, "no-crossing"],
  ["Styrsö, an island without cars", { lat: 57.616, lng: 11.784 }, "no-road"],
  ["the same door", { lat: 57.709, lng: 11.9736 }, "same-point"],
];

for (const [title, to, reason] of REFUSED) {
  Deno.test(`estimateRoute() refuses a trip to ${title}: ${reason}`, () => {
    assert.deepEqual(estimateRoute(map, GOTEBORG, to), { ok: false, reason });
    assert.deepEqual(estimateRoute(map, to, GOTEBORG), { ok: false, reason });
  });
}

Deno.test("createEstimateEngine() answers as estimateRoute()", async () => {
  const engine = createEstimateEngine(map);
  assert.deepEqual(
    await engine.route(GOTEBORG, STOCKHOLM),
    estimateRoute(map, GOTEBORG, STOCKHOLM),
  );
});
