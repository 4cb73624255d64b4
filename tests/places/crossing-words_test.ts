import assert from "node:assert/strict";
import { readCrossing } from "../../lib/places/crossing-words.ts";

const TABLE: [words: string, first: string, second: string, rest: string][] = [
  ["hörnet Vasagatan/Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
  ["Hörnet av Vasagatan och Viktoriagatan, Göteborg", "Vasagatan", "Viktoriagatan", "Göteborg"],
  ["korsningen Vasagatan - Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
  ["Vasagatan / Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
  ["Vasagatan x Viktoriagatan; kod 1", "Vasagatan", "Viktoriagatan", "kod 1"],
  ["Vasagatan, hörnet Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
  ["Vasagatan vid korsningen med Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
  ["the corner of Vasagatan and Viktoriagatan", "Vasagatan", "Viktoriagatan", ""],
];

for (const [words, first, second, rest] of TABLE) {
  Deno.test(`readCrossing() reads "${words}"`, () => {
    assert.deepEqual(readCrossing(words), { names: [first, second], rest });
  });
}

Deno.test("readCrossing() sees no corner in a house number, a person or one street", () => {
  for (
    const words of ["Vasagatan 12/14", "c/o Ek, Vasagatan", "Vasagatan", "Haga och Linné", "", "/"]
  ) {
    assert.equal(readCrossing(words), null, words);
  }
});
