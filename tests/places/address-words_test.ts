import assert from "node:assert/strict";
import { splitAddressWords } from "../../lib/places/address-words.ts";

const TABLE: [words: string, lookup: string, houseNumber: string, rest: string][] = [
  ["Östra Hamngatan", "Östra Hamngatan", "", ""],
  ["Östra Hamngatan 24", "Östra Hamngatan", "24", ""],
  ["Östra Hamngatan 24 B", "Östra Hamngatan", "24 B", ""],
  ["Östra Hamngatan 24B, portkod 1234", "Östra Hamngatan", "24B", "portkod 1234"],
  ["Östra Hamngatan 24 portkod 1234", "Östra Hamngatan", "24", "portkod 1234"],
  ["Kungsgatan 12-14", "Kungsgatan", "12-14", ""],
  ["24 Östra Hamngatan", "Östra Hamngatan", "24", ""],
  ["Östra Hamngatan 24, 411 09 Göteborg", "Östra Hamngatan", "24", "Göteborg"],
  ["Kyrkogatan, Mölndal", "Kyrkogatan", "", "Mölndal"],
  ["2:a Långgatan 5", "Andra Långgatan", "5", ""],
  ["  Avenyn   3  ", "Avenyn", "3", ""],
  ["12", "", "12", ""],
  ["", "", "", ""],
];

for (const [words, lookup, houseNumber, rest] of TABLE) {
  Deno.test(`splitAddressWords() takes "${words}" apart`, () => {
    assert.deepEqual(splitAddressWords(words), { lookup, houseNumber, rest });
  });
}

Deno.test("splitAddressWords() keeps a letter that begins a word out of the house number", () => {
  assert.deepEqual(splitAddressWords("Kungsgatan 5 bakom hotellet"), {
    lookup: "Kungsgatan",
    houseNumber: "5",
    rest: "bakom hotellet",
  });
});

Deno.test("splitAddressWords() bounds what it looks at", () => {
  assert.ok(splitAddressWords("å".repeat(10_000)).lookup.length <= 80);
});
