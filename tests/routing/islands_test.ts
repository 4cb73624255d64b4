import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { refuseIsland } from "../../lib/routing/islands.ts";

const GOTEBORG = { lat: 57.7089, lng: 11.9746 };
const VISBY = { lat: 57.6409, lng: 18.296 };
const FARO = { lat: 57.92, lng: 19.14 };
const STYRSO = { lat: 57.616, lng: 11.784 };

const towns = loadPlaceIndex().places.map(({ place }) => place).filter((place) =>
  place.kind === "town"
);

Deno.test("refuseIsland() keeps Gotland apart from the mainland, its ferry is paid, and whole in itself", () => {
  assert.equal(refuseIsland(GOTEBORG, VISBY), "no-crossing");
  assert.equal(refuseIsland(VISBY, GOTEBORG), "no-crossing");
  assert.equal(refuseIsland(VISBY, FARO), undefined);
});

Deno.test("refuseIsland() has no trips on islands without cars, even within them", () => {
  assert.equal(refuseIsland(GOTEBORG, STYRSO), "no-road");
  assert.equal(refuseIsland(VISBY, STYRSO), "no-road");
  assert.equal(refuseIsland(STYRSO, { lat: 57.61, lng: 11.79 }), "no-road");
});

Deno.test("refuseIsland() lets trips to Ornö be driven on the island, and none over its paid ferry", () => {
  const [harbour, south] = [{ lat: 59.06, lng: 18.41 }, { lat: 59.02, lng: 18.43 }];
  assert.equal(refuseIsland(harbour, south), undefined);
  assert.equal(refuseIsland({ lat: 59.132, lng: 18.405 }, harbour), "no-crossing");
});

Deno.test("refuseIsland() reaches every town but those of Gotland and the southern archipelago", () => {
  const cutOff = towns.filter((town) => refuseIsland(GOTEBORG, town.point) !== undefined);
  const others = cutOff.filter((town) => town.area !== "Gotland" && town.name !== "Visby");
  assert.deepEqual(others.map((town) => town.name).sort(), ["Brännö", "Donsö", "Styrsö"]);
  const gotland = towns.filter((town) => town.area === "Gotland");
  assert.ok(gotland.length > 5 && gotland.every((town) => cutOff.includes(town)));
});
