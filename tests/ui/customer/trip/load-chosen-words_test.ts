import assert from "node:assert/strict";
import {
  chosenWordsOf,
  loadChosenWords,
} from "../../../../lib/ui/customer/trip/load-chosen-words.ts";

const STREET = {
  id: "street:ostra-hamngatan",
  kind: "street",
  kindWord: "street",
  name: "Östra Hamngatan, mitt på",
  called: "Östra Hamngatan",
  area: "Göteborg",
} as const;

Deno.test("a chosen street is called without the spot along it, and keeps the number that was typed", async () => {
  await loadChosenWords();
  assert.equal(await chosenWordsOf("ostra hamngatan 24", STREET), "Östra Hamngatan 24, Göteborg");
});

Deno.test("a place that was chosen before stands in the words it had then", async () => {
  const words = "Östra Hamngatan 24, portkod 1234";
  assert.equal(await chosenWordsOf("ö", { ...STREET, words }), words);
});
