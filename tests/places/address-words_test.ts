import assert from "node:assert/strict";
import { splitAddressWords } from "../../lib/places/address-words.ts";

const TABLE: [
  words: string,
  lookup: string,
  houseNumber: string,
  rest: string,
  postcode?: string,
][] = [
  ["Östra Hamngatan", "Östra Hamngatan", "", ""],
  ["Östra Hamngatan 24", "Östra Hamngatan", "24", ""],
  ["Östra Hamngatan 24 B", "Östra Hamngatan", "24 B", ""],
  ["Östra Hamngatan 24B, portkod 1234", "Östra Hamngatan", "24B", "portkod 1234"],
  ["Östra Hamngatan 24 portkod 1234", "Östra Hamngatan", "24", "portkod 1234"],
  ["Kungsgatan 12-14", "Kungsgatan", "12-14", ""],
  ["24 Östra Hamngatan", "Östra Hamngatan", "24", ""],
  ["Östra Hamngatan 24, 411 09 Göteborg", "Östra Hamngatan", "24", "Göteborg", "41109"],
  ["Kyrkogatan, Mölndal", "Kyrkogatan", "", "Mölndal"],
  ["1:a Långgatan", "Första Långgatan", "", ""],
  ["2:a Långgatan 5", "Andra Långgatan", "5", ""],
  ["3:e Långgatan 4", "Tredje Långgatan", "4", ""],
  ["Vid 4:e Tvärgatan", "Vid Fjärde Tvärgatan", "", ""],
  ["SE-411 09 Göteborg", "Göteborg", "", "", "41109"],
  ["se41109, Kungsgatan 5", "Kungsgatan", "5", "", "41109"],
  ["Kungsgatan 5 411 09", "Kungsgatan", "5", "", "41109"],
  ["Kungsgatan 12/14", "Kungsgatan", "12/14", ""],
  ["Kungsgatan 12 – 14 C. Kod 5", "Kungsgatan", "12 – 14 C", "Kod 5"],
  ["Kungsgatan 1234", "Kungsgatan", "1234", ""],
  ["Kungsgatan 12345", "Kungsgatan", "", "", "12345"],
  ["Kungsgatan 5; bakgården; kod 1", "Kungsgatan", "5", "bakgården, kod 1"],
  ["12, Kungsgatan, Göteborg", "Kungsgatan", "12", "Göteborg"],
  ["Kungsgatan 5, , Göteborg ,", "Kungsgatan", "5", "Göteborg"],
  ["Hotell, Kungsgatan 5, Göteborg", "Kungsgatan", "5", "Hotell, Göteborg"],
  ["Kyrkogatan; Mölndal, Sverige", "Kyrkogatan", "", "Mölndal, Sverige"],
  [".,; Kungsgatan , Mölndal", "Kungsgatan", "", "Mölndal"],
  ["  Avenyn   3  ", "Avenyn", "3", ""],
  ["12", "", "12", ""],
  ["", "", "", ""],
  ["2a Långgatan 20, 413 03 Göteborg", "Andra Långgatan", "20", "Göteborg", "41303"],
  ["1a Långgatan 3", "Första Långgatan", "3", ""],
  ["Storgatan 1a", "Storgatan", "1a", ""],
  ["v. hamngatan 4", "Västra hamngatan", "4", ""],
  ["Ö Hamngatan 4", "Östra Hamngatan", "4", ""],
  ["c/o Svensson, Östra Hamngatan 24", "Östra Hamngatan", "24", "c/o Svensson"],
  ["c/o Svensson Östra Hamngatan 24", "Östra Hamngatan", "24", "c/o Svensson"],
  ["Volvo, Vasagatan 10", "Vasagatan", "10", "Volvo"],
  ["lgh 1203, Storgatan 5", "Storgatan", "5", "lgh 1203"],
  ["Storgatan 5 lgh 1203 3 tr", "Storgatan", "5", "lgh 1203, 3 tr"],
  ["Storgatan 5 uppg. B, portkod 1234#", "Storgatan", "5", "uppg. B, portkod 1234#"],
  ["Storgatan 5 plan 3", "Storgatan", "5", "plan 3"],
  ["Sankt Sigfrids Plan 3", "Sankt Sigfrids Plan", "3", ""],
  ["Huvudentrén, Sahlgrenska", "Sahlgrenska", "", "Huvudentrén"],
  ["Terminal 5 Arlanda", "Arlanda", "", "Terminal 5"],
  ["Arlanda T5", "Arlanda", "", "T5"],
  ["Landvetter utrikes", "Landvetter", "", "utrikes"],
  ["Frölundagatan 5, 421 31 V Frölunda", "Frölundagatan", "5", "Västra Frölunda", "42131"],
  ["G:a Tuvevägen 5", "Gamla Tuvevägen", "5", ""],
  ["l. torget", "Lilla torget", "", ""],
  ["Vasagatan 5, ring 070-123 45 67", "Vasagatan", "5", "ring 070-123 45 67"],
];

for (const [words, lookup, houseNumber, rest, postcode = ""] of TABLE) {
  Deno.test(`splitAddressWords() takes "${words}" apart`, () => {
    assert.deepEqual(splitAddressWords(words), { lookup, houseNumber, rest, postcode });
  });
}

Deno.test("splitAddressWords() keeps a letter that begins a word out of the house number", () => {
  assert.deepEqual(splitAddressWords("Kungsgatan 5 bakom hotellet"), {
    lookup: "Kungsgatan",
    houseNumber: "5",
    rest: "bakom hotellet",
    postcode: "",
  });
});

Deno.test("splitAddressWords() bounds what it looks at", () => {
  assert.equal(splitAddressWords("å".repeat(10_000)).lookup, "å".repeat(80));
  const numberAt = (place: number) =>
    splitAddressWords(`Kungsgatan${"i".repeat(place - 13)} 5`).houseNumber;
  assert.equal(numberAt(201), "5", "the two hundredth character is the last that is read");
  assert.equal(numberAt(202), "");
  // Cut in the middle of a pair, what is left is text.
  for (const words of ["a".repeat(79) + "😀", "a".repeat(199) + "😀"]) {
    assert(splitAddressWords(words).lookup.isWellFormed());
  }
});
