import assert from "node:assert/strict";
import { letterBits, loadPlaceIndex } from "../../lib/places/place-index.ts";
import type { IndexedPlace } from "../../lib/places/place-rows.ts";
import { MAX_CHOICES, resolvePlace } from "../../lib/places/resolve-place.ts";

const index = loadPlaceIndex();

const ONE: [words: string, id: string][] = [
  ["Göteborg Landvetter flygplats", "airport:GOT"],
  ["Göteborg Landvetter Airport", "airport:GOT"],
  ["GOT", "airport:GOT"],
  ["Göteborg C", "station:goteborg-centralstation"],
  ["Gothenburg Central Station", "station:goteborg-centralstation"],
  ["göteborg", "town:2711537"],
  ["Gothenburg", "town:2711537"],
  ["Östra Hamngatan 24 B, portkod 1234", "street:ostra-hamngatan"],
  ["ostra hamngatn 24", "street:ostra-hamngatan"],
  ["avenyn", "street:kungsportsavenyen"],
  ["street:ostra-hamngatan", "street:ostra-hamngatan"],
  [" pin:57.70887,11.97456 ", "pin:57.70887,11.97456"],
];

for (const [words, id] of ONE) {
  Deno.test(`resolvePlace() is sure of "${words}"`, () => {
    const resolution = resolvePlace(index, words);
    assert.equal(resolution.kind === "one" && resolution.place.id, id);
  });
}

Deno.test("resolvePlace() asks back when the airport and the town have the same name", () => {
  const resolution = resolvePlace(index, "Landvetter");
  assert.ok(resolution.kind === "several");
  assert.deepEqual(resolution.places.map((place) => place.kind), ["airport", "town"]);
});

Deno.test("resolvePlace() asks back for half a name, with at most five choices", () => {
  const resolution = resolvePlace(index, "kung");
  assert.ok(resolution.kind === "several");
  assert.equal(resolution.places.length, MAX_CHOICES);
});

Deno.test("resolvePlace() offers a guess as a choice, never as the answer", () => {
  assert.equal(resolvePlace(index, "hotell östra hamngatan").kind, "several");
});

Deno.test("resolvePlace() lets the written area decide between two of one name", () => {
  const twins = index.places.filter(({ place }) => place.name === "Insjön");
  assert.equal(resolvePlace(index, "Insjön").kind, "several");
  for (const { place } of twins) {
    const resolution = resolvePlace(index, `Insjön, ${place.area}`);
    assert.equal(resolution.kind === "one" && resolution.place.id, place.id);
  }
});

Deno.test("resolvePlace() knows nothing of places that are not there", () => {
  for (const words of ["Frankfurt", "", "🚕", "pin:55.67610,12.56830", "street:finns-inte"]) {
    assert.equal(resolvePlace(index, words).kind, "none", words);
  }
});

Deno.test("resolvePlace() answers in the asked language", () => {
  const resolution = resolvePlace(index, "göteborg c", "en");
  assert.equal(resolution.kind === "one" && resolution.place.name, "Gothenburg Central Station");
});

Deno.test("resolvePlace() is sure of the only place that has all the words, and asks when some are left over", () => {
  const only = resolvePlace(index, "kungsportsavenye");
  assert.equal(only.kind === "one" && only.place.id, "street:kungsportsavenyen");
  assert.equal(resolvePlace(index, "hotell kungsportsavenye").kind, "several");
});

Deno.test("a choice has five places at most", () => {
  assert.equal(MAX_CHOICES, 5);
});

Deno.test("resolvePlace() takes the name as it was written before the same words in another order", () => {
  const named = (id: string, name: string): IndexedPlace => ({
    place: { id, kind: "street", name, area: "", point: { lat: 57.7, lng: 12 } },
    exonyms: {},
    weight: 1,
  });
  const keys = ["norra skolan", "skolan norra"]
    .map((text, place) => ({ place, text, wordCount: 2 }));
  const words = ["norra", "skolan"]
    .map((text) => ({ text, letters: letterBits(text), keys: [0, 1], areas: [] }));
  const places = [named("street:a", "Norra Skolan"), named("street:b", "Skolan Norra")];
  const own = { ...index, places, keys, words };
  const chosen = ["Norra Skolan", "skolan norra"].map((name) => resolvePlace(own, name));
  assert.deepEqual(chosen.map((each) => each.kind === "one" && each.place.id), [
    "street:a",
    "street:b",
  ]);
});
