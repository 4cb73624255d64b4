import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import type { Stop } from "../../lib/places/place.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { asksFlight } from "../../lib/trip/airport-trip.ts";
import { LANDVETTER, OSTRA_HAMNGATAN } from "../support/trips.ts";

const places = loadPlaceIndex();

const AT_AIRPORTS = ["airport:GOT", "landmark:arlanda-terminal-5", "pin:57.66500,12.28500"];
const ELSEWHERE = [
  "landmark:ullevi",
  "landmark:stena-danmarksterminalen",
  "landmark:cityterminalen",
  "pin:57.70887,11.97456",
  "street:ostra-hamngatan",
];

for (const placeId of AT_AIRPORTS) {
  Deno.test(`a trip to or from ${placeId} asks for the flight`, () => {
    const stop = stopOf(placeId);
    assert.equal(asksFlight(places, { from: stop, to: OSTRA_HAMNGATAN }, ""), true);
    assert.equal(asksFlight(places, { from: OSTRA_HAMNGATAN, to: stop }, ""), true);
  });
}

for (const placeId of ELSEWHERE) {
  Deno.test(`a trip to ${placeId} asks for no flight, unless one was given`, () => {
    const trip = { from: OSTRA_HAMNGATAN, to: stopOf(placeId) };
    assert.equal(asksFlight(places, trip, ""), false);
    assert.equal(asksFlight(places, trip, "SK1436"), true);
  });
}

Deno.test("a place that is known no more asks for no flight", () => {
  const gone: Stop = { ...LANDVETTER, kind: "landmark", placeId: "landmark:gone" };
  assert.equal(asksFlight(places, { from: gone, to: OSTRA_HAMNGATAN }, ""), false);
});

function stopOf(placeId: string): Stop {
  const { kind, name, area, point } = findPlace(places, placeId) ?? assert.fail(placeId);
  return { placeId, kind, name, area, point, words: name };
}
