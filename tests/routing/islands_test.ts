import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { isLinkedByRoad, mustPass } from "../../lib/routing/islands.ts";

const GOTEBORG = { lat: 57.7089, lng: 11.9746 };
const VISBY = { lat: 57.6409, lng: 18.296 };
const FARO = { lat: 57.92, lng: 19.14 };
const KALMAR = { lat: 56.661, lng: 16.359 };
const BORGHOLM = { lat: 56.879, lng: 16.656 };
const STYRSO = { lat: 57.616, lng: 11.784 };

const towns = loadPlaceIndex().places.map(({ place }) => place).filter((place) =>
  place.kind === "town"
);

Deno.test("isLinkedByRoad() keeps Gotland apart from the mainland and whole in itself", () => {
  assert.equal(isLinkedByRoad(GOTEBORG, VISBY), false);
  assert.equal(isLinkedByRoad(VISBY, GOTEBORG), false);
  assert.equal(isLinkedByRoad(VISBY, FARO), true);
});

Deno.test("isLinkedByRoad() has no trips on islands without cars, even within them", () => {
  assert.equal(isLinkedByRoad(GOTEBORG, STYRSO), false);
  assert.equal(isLinkedByRoad(STYRSO, { lat: 57.61, lng: 11.79 }), false);
});

Deno.test("isLinkedByRoad() reaches every town but those of Gotland and the southern archipelago", () => {
  const cutOff = towns.filter((town) => !isLinkedByRoad(GOTEBORG, town.point));
  const others = cutOff.filter((town) => town.area !== "Gotland" && town.name !== "Visby");
  assert.deepEqual(others.map((town) => town.name).sort(), ["Brännö", "Donsö", "Styrsö"]);
  const gotland = towns.filter((town) => town.area === "Gotland");
  assert.ok(gotland.length > 5 && gotland.every((town) => cutOff.includes(town)));
});

Deno.test("mustPass() sends trips to Öland over its bridge, and no others", () => {
  assert.ok(mustPass(KALMAR, BORGHOLM));
  assert.deepEqual(mustPass(BORGHOLM, KALMAR), mustPass(KALMAR, BORGHOLM));
  assert.equal(mustPass(GOTEBORG, KALMAR), undefined);
  assert.equal(mustPass(BORGHOLM, { lat: 56.65, lng: 16.48 }), undefined);
});

Deno.test("mustPass() takes every town of Öland's municipalities for Öland", () => {
  const isOland = (place: typeof towns[number]) =>
    ["Borgholm", "Mörbylånga"].some((name) => place.area === name || place.name === name);
  for (const town of towns) {
    assert.equal(mustPass(GOTEBORG, town.point) !== undefined, isOland(town), town.name);
  }
});
