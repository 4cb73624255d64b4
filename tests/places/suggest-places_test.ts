import assert from "node:assert/strict";
import { shippedLandmarks } from "../../lib/places/landmark.ts";
import { loadPlaceIndex, replaceLandmarks } from "../../lib/places/place-index.ts";
import { suggestPlaces } from "../../lib/places/suggest-places.ts";

const index = loadPlaceIndex();
const suggest = (query: string) => suggestPlaces(index, query, { locale: "sv", limit: 8 });

Deno.test("a long street that is named in full is suggested spot by spot, and called by its own name", () => {
  const { places } = suggest("ostra hamngatan 24");
  assert.equal(places[0]?.name, "Östra Hamngatan, mitt på");
  assert.equal(places[0]?.called, "Östra Hamngatan");
  assert(places.every(({ isStop }) => isStop));
});

Deno.test("a street half written is suggested as a whole, which asks where on it", () => {
  const { places } = suggest("östra hamn");
  assert.deepEqual(
    places.filter(({ name }) => name === "Östra Hamngatan").map(({ isStop }) => isStop),
    [false],
  );
});

Deno.test("a town comes after what a car can stop at in it", () => {
  const { places } = suggest("göteborg");
  assert.equal(places[0]?.id, "station:goteborg-centralstation");
  const town = places.findIndex(({ kind }) => kind === "town");
  assert(places.slice(0, town).every(({ isStop }) => isStop));
});

Deno.test("a short street, a station and an airport are suggested as they are, each once", () => {
  for (const query of ["korsvägen", "göteborg c", "landvetter flygplats"]) {
    const { places } = suggest(query);
    assert.equal(places[0]?.isStop, true, query);
    assert.equal(new Set(places.map(({ id }) => id)).size, places.length, query);
  }
});

Deno.test("abroad there is nothing to suggest, and that is said", () => {
  assert.deepEqual(suggest("Oslo"), { places: [], isAbroad: true });
  assert.equal(suggest("Oslogatan").isAbroad, false);
  assert.deepEqual(suggest("qqxxyyzz"), { places: [], isAbroad: false });
});

Deno.test("what was suggested before is suggested to others in their language and at their length", () => {
  const ask = (query: string, locale: "sv" | "en", limit: number) =>
    suggestPlaces(index, query, { locale, limit }).places;
  const names = (places: ReturnType<typeof ask>) => places.map(({ name }) => name);
  for (const query of ["göteb", " göteb ", "göteb"]) {
    const swedish = ask(query, "sv", 8);
    assert(swedish.length > 3);
    assert.deepEqual(ask(query, "sv", 3), swedish.slice(0, 3));
    assert(names(swedish).includes("Göteborg"));
    assert(names(ask(query, "en", 8)).includes("Gothenburg"));
    assert.deepEqual(ask(query, "sv", 8), swedish);
  }
});

Deno.test("a place that an operator takes away is not suggested from memory", () => {
  const own = loadPlaceIndex();
  const liseberg = () =>
    suggestPlaces(own, "liseberg", { locale: "sv", limit: 8 }).places
      .some(({ id }) => id === "landmark:liseberg");
  assert(liseberg());
  replaceLandmarks(own, shippedLandmarks().filter(({ id }) => id !== "landmark:liseberg"));
  assert(!liseberg());
});
