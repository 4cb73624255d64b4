import assert from "node:assert/strict";
import { letterBits, loadPlaceIndex } from "../../lib/places/place-index.ts";
import { METERS_PER_DEGREE } from "../../lib/places/great-circle.ts";
import type { Point } from "../../lib/places/place.ts";
import {
  MAX_SUGGESTIONS,
  type RankedPlace,
  rankPlaces,
  searchPlaces,
} from "../../lib/places/place-search.ts";

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

/** The score of a street of weight 51 and one word, by what was typed: the sum of its reasons. */
const SCORES: [query: string, score: number][] = [
  // Every word 100, the whole name covered 25, the name itself 60, its beginning 20, weight 0.6 a point.
  ["vasagatan", 100 + 25 + 60 + 20 + 0.6 * 51],
  // A beginning is worth 0.7 and up to 0.25 more.
  ["vasag", 100 * (0.7 + 0.25 * 5 / 9) + 25 + 20 + 0.6 * 51],
  // A typo costs 0.14.
  ["vasgatan", 100 * (1 - 0.14) + 25 + 0.6 * 51],
  // A word of the area is worth half a word, and a word counts by its letters.
  ["vasagatan goteborg", 100 * (9 + 0.5 * 8) / 17 + 25 + 0.6 * 51],
  ["vasagatan, goteborg", 100 + 25 + 60 + 20 + 15 + 0.6 * 51],
  ["vasagatan, malmö", 100 + 25 + 60 + 20 + 0.6 * 51],
  ["vasa gatan", 100 + 25 + 60 + 20 + 0.6 * 51],
  // Half of the words are enough, and less is not.
  ["qxqx vasagatan", 100 * 9 / 13 + 25 + 0.6 * 51],
];

for (const [query, score] of SCORES) {
  Deno.test(`rankPlaces() gives Vasagatan ${score.toFixed(1)} points for "${query}"`, () => {
    const ranked = rankPlaces(index, query).find(isVasagatan);
    assert(Math.abs((ranked?.score ?? 0) - score) < 1e-9, String(ranked?.score));
  });
}

Deno.test("rankPlaces() leaves out a place that fits fewer than half of the words", () => {
  assert.deepEqual(rankPlaces(index, "qxqx xqxq vasagatan"), []);
});

Deno.test("rankPlaces() gives 12 points on the spot, and e times fewer five kilometres away", () => {
  const plain = rankPlaces(index, "vasagatan")[0]!.score;
  const { point } = index.places[index.byId.get("street:vasagatan")!]!.place;
  const nearness = (near: Point) => rankPlaces(index, "vasagatan", near)[0]!.score - plain;
  assert(Math.abs(nearness(point) - 12) < 1e-6);
  const away = { ...point, lat: point.lat + 5_000 / METERS_PER_DEGREE };
  assert(Math.abs(nearness(away) - 12 / Math.E) < 1e-6);
});

Deno.test("rankPlaces() says what of a name was typed: all of it, each of its words, or some", () => {
  const reasons = (query: string) => {
    const ranked = rankPlaces(index, query).find(({ place }) =>
      index.places[place]?.place.id === "street:ostra-hamngatan"
    );
    return ranked && [ranked.isExact, ranked.isComplete, ranked.hasAllWords];
  };
  assert.deepEqual(reasons("östra hamngatan"), [true, true, true]);
  assert.deepEqual(reasons("hamngatan östra"), [false, true, true]);
  assert.deepEqual(reasons("östra hamngatn"), [false, true, true]);
  assert.deepEqual(reasons("östra hamn"), [false, false, true]);
  assert.deepEqual(reasons("hamngatan göteborg"), [false, false, true]);
  assert.deepEqual(reasons("qxqx xqqx östra hamngatan"), [false, false, false]);
});

Deno.test("rankPlaces() gives ten at most, the best first, and of equals the first in the data", () => {
  for (const query of ["g", "kung", "station", "storgatan"]) {
    const ranked = rankPlaces(index, query);
    const ordered = ranked.toSorted((a, b) => b.score - a.score || a.place - b.place);
    assert.deepEqual(ranked, ordered, query);
    assert(ranked.length <= 10);
  }
  assert.equal(MAX_SUGGESTIONS, 10);
  assert.equal(rankPlaces(index, "g").length, 10);
});

Deno.test("searchPlaces() reads eight words of what was typed and no ninth", () => {
  const seven = "vasagatan ".repeat(7);
  assert.equal(searchPlaces(index, `${seven} qxqx`, { locale: "sv" })[0]?.name, "Vasagatan");
  const words = (count: number) => "qxqx ".repeat(8 - count) + "vasagatan ".repeat(count);
  assert.equal(searchPlaces(index, words(4), { locale: "sv" })[0]?.name, "Vasagatan");
  assert.deepEqual(searchPlaces(index, `${words(3)} vasagatan`, { locale: "sv" }), []);
});

function isVasagatan({ place }: RankedPlace): boolean {
  return index.places[place]?.place.id === "street:vasagatan";
}

Deno.test("rankPlaces() gives no half a match beside one that has all the words", () => {
  for (const query of ["östra hamngatan", "göteborg c", "vasagatan goteborg"]) {
    const ranked = rankPlaces(index, query);
    assert(ranked.length > 0 && ranked.every(({ hasAllWords }) => hasAllWords), query);
  }
});

Deno.test("rankPlaces() counts the best of two words of a name that were begun", () => {
  const typed = "abc";
  const shares = ["abcd", "abcdefgh"];
  const words = shares.map((text) => ({ text, letters: letterBits(text), keys: [0], areas: [0] }));
  const keys = [{ place: 0, text: "abcdefgh abcd", wordCount: 2 }];
  const own = { ...index, places: index.places.slice(0, 1), keys, words };
  const best = 0.7 + 0.25 * 3 / 4;
  const expected = 100 * best + 25 / 2 + 20 + 0.6 * 100;
  assert(Math.abs((rankPlaces(own, typed)[0]?.score ?? 0) - expected) < 1e-9);
});
