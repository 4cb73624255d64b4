import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { isInSweden, loadSweden } from "../../lib/places/sweden.ts";

const outline = loadSweden();

Deno.test("isInSweden() holds for every place the product knows", () => {
  const outside = loadPlaceIndex().places.filter(({ place }) => !isInSweden(outline, place.point));
  assert.deepEqual(outside.map(({ place }) => place.name), []);
});

const ABROAD: [string, number, number][] = [
  ["Copenhagen", 55.6761, 12.5683],
  ["Copenhagen airport", 55.618, 12.656],
  ["Helsingør, 4 km from Helsingborg", 56.0361, 12.6136],
  ["Bornholm", 55.1, 14.7],
  ["Oslo", 59.9139, 10.7522],
  ["Halden, 5 km from the border", 59.1226, 11.3871],
  ["Magnor, 2 km into Norway", 59.953, 12.19],
  ["Narvik", 68.4385, 17.4273],
  ["Tornio, beside Haparanda", 65.851, 24.19],
  ["Mariehamn", 60.0973, 19.9348],
  ["the middle of the Baltic", 56.5, 18.9],
  ["the middle of Skagerrak", 57.9, 10.4],
  ["nowhere", 0, 0],
  ["no number", NaN, NaN],
];

for (const [name, lat, lng] of ABROAD) {
  Deno.test(`isInSweden() is false for ${name}`, () => {
    assert.equal(isInSweden(outline, { lat, lng }), false);
  });
}

const HOME: [string, number, number][] = [
  ["Vinga, the lighthouse west of Göteborg", 57.632, 11.605],
  ["Styrsö", 57.616, 11.784],
  ["Sandhamn", 59.288, 18.917],
  ["Visby", 57.64, 18.296],
  ["Ven, in the middle of Öresund", 55.905, 12.69],
  ["Strömstad, near Norway", 58.9388, 11.171],
  ["Haparanda, beside Tornio", 65.8355, 24.1368],
  ["Smygehuk, the south end", 55.338, 13.36],
  ["Björkliden, near Norway in the north", 68.406, 18.68],
  ["Helsingborg ferry quay", 56.0435, 12.692],
];

for (const [name, lat, lng] of HOME) {
  Deno.test(`isInSweden() is true for ${name}`, () => {
    assert.equal(isInSweden(outline, { lat, lng }), true);
  });
}
