import assert from "node:assert/strict";
import { foldWords } from "../../lib/places/fold.ts";

Deno.test("foldWords() drops case, dots, accents and punctuation", () => {
  assert.deepEqual(foldWords("Östra Hamngatan"), ["ostra", "hamngatan"]);
  assert.deepEqual(foldWords("ÅÄÖ-Éß, (Ærø)"), ["aao", "ess", "aro"]);
});

Deno.test("foldWords() reads decomposed letters as composed ones", () => {
  assert.deepEqual(foldWords("Göteborg".normalize("NFD")), foldWords("Göteborg".normalize("NFC")));
});

Deno.test("foldWords() spells out the abbreviations of street signs", () => {
  assert.deepEqual(foldWords("Dr Fries torg"), ["doktor", "fries", "torg"]);
  assert.deepEqual(foldWords("S:t Pauligatan"), ["sankt", "pauligatan"]);
  assert.deepEqual(foldWords("Vid S:ta"), ["vid", "sankt"]);
  assert.deepEqual(foldWords("S:ten"), ["s", "ten"]);
  assert.deepEqual(foldWords("st sta dr flygplatsen stationen"), [
    "sankt",
    "sankta",
    "doktor",
    "flygplats",
    "station",
  ]);
});

Deno.test("foldWords() knows no word that objects inherit", () => {
  assert.deepEqual(foldWords("constructor __proto__"), ["constructor", "proto"]);
});
