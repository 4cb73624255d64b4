import assert from "node:assert/strict";
import { isForDriver, namesTerminal, takeDriverWords } from "../../lib/places/driver-words.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";

Deno.test("takeDriverWords() takes no word out of the name of a place, but of a door that is a landmark", () => {
  for (const { place } of loadPlaceIndex().places) {
    if (place.kind === "landmark") continue;
    assert.equal(takeDriverWords(place.name).place, place.name);
  }
});

Deno.test("takeDriverWords() keeps doors, floors and flats apart from the address", () => {
  const table: [words: string, place: string, forDriver: string][] = [
    ["Storgatan 5 lgh 1203", "Storgatan 5", "lgh 1203"],
    ["Storgatan 5, 3 tr", "Storgatan 5,", "3 tr"],
    ["Storgatan 5 uppg. B portkod 1234#", "Storgatan 5", "uppg. B, portkod 1234#"],
    ["Arlanda terminal 5", "Arlanda", "terminal 5"],
    ["huvudentrén Drottningtorget", "Drottningtorget", "huvudentrén"],
  ];
  for (const [words, place, forDriver] of table) {
    assert.deepEqual(takeDriverWords(words), { place, forDriver }, words);
  }
});

Deno.test("isForDriver() knows parts that say nothing about where", () => {
  for (const part of ["c/o Maria Svensson", "ring 070-123 45 67", "lgh 1203", "Bakgården"]) {
    assert(isForDriver(part), part);
  }
  for (const part of ["Volvo", "Storgatan 5", "", "c/o Ek Storgatan 5", "Ringgatan"]) {
    assert(!isForDriver(part), part);
  }
});

Deno.test("namesTerminal() is true of an airport's doors", () => {
  for (const words of ["Arlanda T5", "Landvetter utrikes", "terminal 2"]) {
    assert(namesTerminal(words), words);
  }
  assert(!namesTerminal("Terminalgatan 5"));
});
