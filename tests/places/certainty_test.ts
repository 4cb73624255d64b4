import assert from "node:assert/strict";
import { type Candidate, isCertain, readAddress } from "../../lib/places/certainty.ts";
import { namedPlaces } from "../../lib/places/named-places.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { fc } from "../support/property.ts";

const index = loadPlaceIndex();
const streets = index.places.filter(({ place }) => place.kind === "street");

/** An answer as a geocoder gives it. */
const HOUSE: Candidate = {
  names: ["Drottninggatan"],
  areas: ["Norrmalm", "Stockholm", "Stockholms kommun"],
  postcode: "11151",
  houseNumber: "10",
};

Deno.test("isCertain() takes an answer that covers every word, from whatever source", () => {
  const words = [
    "Drottninggatan 10, Stockholm",
    "drottning-gatan 10, 111 51 Stockholm, Sweden",
    "Drottningg. 10 Norrmalm",
    "c/o Ek, Drottninggatan 10, lgh 1101, Stockholm",
  ];
  for (const text of words) assert(isCertain(readAddress(text), HOUSE), text);
});

Deno.test("isCertain() takes nothing that a word, a number or a postcode speaks against", () => {
  const words = [
    "Drottninggatan 10, Göteborg",
    "Drottninggatan 12, Stockholm",
    "Drottninggatan, Stockholm",
    "Drottninggatan 10, 111 52 Stockholm",
    "Drottningatan 10, Stockholm",
    "Lilla Drottninggatan 10, Stockholm",
    "Hotell Ek, Drottninggatan 10, Stockholm",
    "Stockholm",
    "",
  ];
  for (const text of words) assert(!isCertain(readAddress(text), HOUSE), text);
});

Deno.test("isCertain() believes a postcode only of a town it can belong to", () => {
  const street = { names: ["Vasagatan"], areas: ["Göteborg"], postcode: "", houseNumber: "" };
  const sure = (words: string) => isCertain(readAddress(words), street);
  assert(sure("Vasagatan 3, 411 24"));
  assert(sure("Vasagatan 3, 411 24 Göteborg"));
  assert(!sure("Vasagatan 3, 111 20"));
  assert(!sure("Vasagatan 3, 111 20 Göteborg"));
  assert(!sure("Vasagatan 3, 001 20"));
});

/** Towns all over the country, the nearest to Göteborg among them. */
const TOWNS = (
  "Stockholm,Malmö,Uppsala,Borås,Kungälv,Kungsbacka,Alingsås,Lerum,Varberg,Trollhättan,Örebro,Lund," +
  "Helsingborg,Jönköping,Norrköping,Umeå,Luleå,Mölndal,Partille,Sundsvall"
).split(",");

Deno.test("a street with another town behind it is never taken, whichever street and town", () => {
  for (const { place } of streets) {
    for (const town of TOWNS) {
      if (place.area === town) continue;
      const taken = namedPlaces(index, readAddress(`${place.name} 4, ${town}`))
        .filter(({ isCertain }) => isCertain)
        .map(({ at }) => index.places[at]!.place);
      // Only where the street is known in that very town.
      assert(taken.every(({ area }) => area === town), `${place.name}, ${town}: ${taken[0]?.id}`);
    }
  }
});

Deno.test("a street with one letter changed is never taken, unless that is another real name", () => {
  const letters = fc.constantFrom(..."abdefhiklmnoprstuvåäö");
  fc.assert(
    fc.property(fc.constantFrom(...streets), fc.nat(), letters, ({ place }, n, letter) => {
      const at = n % place.name.length;
      const changed = place.name.slice(0, at) + letter + place.name.slice(at + 1);
      const plain = changed.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();
      for (const { at, isCertain } of namedPlaces(index, readAddress(`${changed} 4`))) {
        const names = index.keysOf[at]!.map((key) => index.keys[key]!.text.replaceAll(" ", ""));
        assert(!isCertain || names.includes(plain), `${changed}: ${names}`);
      }
    }),
    { numRuns: 5_000 },
  );
});
