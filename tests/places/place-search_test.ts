import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { MAX_SUGGESTIONS, searchPlaces } from "../../lib/places/place-search.ts";

const index = loadPlaceIndex();

/** What is typed, and the names that must come first, in this order. */
const SWEDISH: [query: string, first: string[]][] = [
  ["land", ["Göteborg Landvetter flygplats"]],
  ["landveter", ["Göteborg Landvetter flygplats", "Landvetter"]],
  ["Landvetter flygplats", ["Göteborg Landvetter flygplats"]],
  ["arlanda", ["Stockholm Arlanda flygplats"]],
  ["got", ["Göteborg Landvetter flygplats"]],
  ["ARN", ["Stockholm Arlanda flygplats"]],
  ["goteborg", ["Göteborg", "Göteborg Centralstation", "Göteborg Landvetter flygplats"]],
  ["göteborg", ["Göteborg", "Göteborg Centralstation", "Göteborg Landvetter flygplats"]],
  ["göteborg c", ["Göteborg Centralstation"]],
  ["centralen", ["Göteborg Centralstation"]],
  ["boras c", ["Borås Centralstation"]],
  ["malmö", ["Malmö", "Malmö Centralstation"]],
  ["stockholm", ["Stockholm", "Stockholm Centralstation", "Stockholm Arlanda flygplats"]],
  ["ostra hamngatan", ["Östra Hamngatan"]],
  ["ostra hamngatn", ["Östra Hamngatan"]],
  ["östra hamn", ["Östra Hamngatan"]],
  ["Östra Hamngatan 24 B", ["Östra Hamngatan"]],
  ["Östra Hamngatan 24, portkod 1234", ["Östra Hamngatan"]],
  ["hotell östra hamngatan", ["Östra Hamngatan"]],
  ["östra hamngatan göteborg", ["Östra Hamngatan"]],
  ["hamngatan östra", ["Östra Hamngatan"]],
  ["vasa gatan", ["Vasagatan"]],
  ["avenyn", ["Kungsportsavenyen"]],
  ["2:a långgatan", ["Andra Långgatan"]],
  ["avnyn", ["Kungsportsavenyen"]],
  ["arlnda", ["Stockholm Arlanda flygplats"]],
  ["lanveter", ["Göteborg Landvetter flygplats"]],
  ["linnegatan", ["Linnégatan"]],
  ["korsvägne", ["Korsvägen"]],
];

for (const [query, first] of SWEDISH) {
  Deno.test(`searchPlaces() puts ${first.join(", ")} first for "${query}"`, () => {
    const names = searchPlaces(index, query, { locale: "sv" }).map((place) => place.name);
    assert.deepEqual(names.slice(0, first.length), first);
  });
}

const ENGLISH: [query: string, first: string[]][] = [
  ["gothenburg", ["Gothenburg", "Göteborg Landvetter Airport", "Gothenburg Central Station"]],
  ["göteborg landvetter airport", ["Göteborg Landvetter Airport"]],
  ["gothenburg central station", ["Gothenburg Central Station"]],
  ["göteborg centralstation", ["Gothenburg Central Station"]],
  ["goteborg", ["Gothenburg"]],
];

for (const [query, first] of ENGLISH) {
  Deno.test(`searchPlaces() shows ${first.join(", ")} in English for "${query}"`, () => {
    const names = searchPlaces(index, query, { locale: "en" }).map((place) => place.name);
    assert.deepEqual(names.slice(0, first.length), first);
  });
}

Deno.test("searchPlaces() finds every place by its full name, without dots, in every language", () => {
  for (const { place: own, exonyms } of index.places) {
    for (const name of new Set([own.name, ...Object.values(exonyms)])) {
      const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      const found = searchPlaces(index, plain, { locale: "sv" });
      const sameName = found.some((place) => place.id === own.id || place.name === own.name);
      assert.ok(sameName, `"${plain}" does not find ${own.id}`);
    }
  }
});

Deno.test("searchPlaces() finds a street while it is being typed, from the sixth letter on", () => {
  const name = "kungsportsavenyen";
  for (let length = 6; length <= name.length; length++) {
    const found = searchPlaces(index, name.slice(0, length), { locale: "sv" });
    assert.ok(
      found.some((place) => place.id.startsWith("street:kungsports")),
      `nothing for "${name.slice(0, length)}"`,
    );
  }
});

Deno.test("searchPlaces() brings places near the given point forward", () => {
  const query = { locale: "sv", near: { lat: 59.33, lng: 18.06 } } as const;
  const near = searchPlaces(index, "centralstation", query)[0]!;
  assert.equal(near.name, "Göteborg Centralstation", "nearness is a hint, not a command");
  const twins = index.places.filter(({ place }) => place.name === "Insjön").map(({ place }) =>
    place
  );
  assert.equal(twins.length, 2);
  for (const twin of twins) {
    assert.equal(searchPlaces(index, "Insjön", { locale: "sv", near: twin.point })[0]!.id, twin.id);
  }
});

Deno.test("searchPlaces() gives at most the asked number and never more than ten", () => {
  assert.equal(searchPlaces(index, "g", { locale: "sv", limit: 3 }).length, 3);
  assert.equal(searchPlaces(index, "g", { locale: "sv", limit: 500 }).length, MAX_SUGGESTIONS);
  assert.equal(searchPlaces(index, "g", { locale: "sv", limit: -1 }).length, 1);
  assert.equal(searchPlaces(index, "g", { locale: "sv", limit: NaN }).length, MAX_SUGGESTIONS);
});

Deno.test("searchPlaces() never lists a place twice", () => {
  for (const query of ["göteborg", "central", "landvetter", "g", "station"]) {
    const ids = searchPlaces(index, query, { locale: "sv" }).map((place) => place.id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

const HOSTILE = [
  "",
  "   ",
  "🚕🚖",
  "ost🚕ra",
  "\ud83d",
  "a\udc00b",
  "x".repeat(10_000),
  "gatan ".repeat(2_000),
  "\u202eagnagtah\u202c",
  "שלום مرحبا",
  ".*+?^${}()|[]\\",
  "(a+)+$",
  "%00\u0000",
  "constructor",
  "__proto__",
  "<script>alert(1)</script>",
  "'; DROP TABLE places; --",
  "1234567890",
  ",,,;;;",
  "Z\u0351\u036b\u0343".repeat(40),
  "哥德堡",
];

for (const query of HOSTILE) {
  Deno.test(`searchPlaces() answers ${JSON.stringify(query.slice(0, 24))} without a fault`, () => {
    assert.ok(Array.isArray(searchPlaces(index, query, { locale: "sv" })));
  });
}

Deno.test("searchPlaces() answers nothing when there is nothing to look up", () => {
  for (const query of ["", "  ", ",,", "🚕", "(((", "24"]) {
    assert.deepEqual(searchPlaces(index, query, { locale: "sv" }), []);
  }
});
