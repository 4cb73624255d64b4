import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { MAX_CHOICES, moreSpots, resolvePlace, takePlace } from "../../lib/places/resolve-place.ts";
import { findPlace } from "../../lib/places/find-place.ts";
import { givenCases } from "../support/given-cases.ts";

const index = loadPlaceIndex();

const ONE: [words: string, id: string][] = [
  ["Göteborg Landvetter flygplats", "airport:GOT"],
  ["Göteborg Landvetter Airport", "airport:GOT"],
  ["GOT", "airport:GOT"],
  ["Landvetter utrikes", "airport:GOT"],
  ["Varbergs station", "station:varberg-station"],
  ["Terminal 5 Arlanda", "landmark:arlanda-terminal-5"],
  ["Arlanda T5", "landmark:arlanda-terminal-5"],
  ["Göteborg C", "station:goteborg-centralstation"],
  ["Göteborgs centralstation", "station:goteborg-centralstation"],
  ["Gothenburg Central Station", "station:goteborg-centralstation"],
  ["Drottningtorget 2", "street:drottningtorget"],
  ["Drottningtorget 2, 411 03 Göteborg, Sverige", "street:drottningtorget"],
  ["huvudentrén, Drottningtorget 2", "street:drottningtorget"],
  ["c/o Ek, Drottningtorget 2, lgh 1203, 3 tr", "street:drottningtorget"],
  ["PrinsEugens-väg 5", "street:prins-eugens-vag"],
  ["hörnet Vasagatan/Viktoriagatan", "street:vasagatan~viktoriagatan"],
  ["corner of Viktoriagatan and Vasagatan, Gothenburg", "street:viktoriagatan~vasagatan"],
  ["Pir 4", "street:pir-4"],
  ["Drottningtorget 2, Gbg", "street:drottningtorget"],
  ["L. Torget 2", "street:lilla-torget"],
  ["St. Badhusgatan 6", "street:stora-badhusgatan"],
  ["street:drottningtorget", "street:drottningtorget"],
  ["street:vasagatan~middle", "street:vasagatan~middle"],
  [" pin:57.70887,11.97456 ", "pin:57.70887,11.97456"],
];

for (const [words, id] of ONE) {
  Deno.test(`resolvePlace() is sure of "${words}"`, () => {
    const resolution = resolvePlace(index, words);
    assert.equal(resolution.kind === "one" && resolution.place.id, id);
  });
}

/** What is asked, why, and what stands first: a name, or the area of it. */
const ASKED: [words: string, reason: string, first: string][] = [
  ["Landvetter", "several", "Göteborg Landvetter flygplats"],
  ["kung", "guess", ""],
  ["ostra hamngatn 24", "guess", "Östra Hamngatan"],
  ["hotell östra hamngatan", "guess", "Östra Hamngatan"],
  ["kungsportsavenye", "guess", "Kungsportsavenyen"],
  ["hotell kungsportsavenye", "guess", "Kungsportsavenyen"],
  ["Drottningtorget 2, 114 34", "guess", "Stockholm"],
  ["Drottningtorget 2, 999 99", "guess", "Drottningtorget"],
  ["Drottningtorget 2, Mölndal", "guess", "Mölndal"],
  ["Insjön", "several", "Insjön"],
  ["Insjön, Leksand", "area", "Leksand"],
  ["göteborg", "area", "Göteborg"],
  ["Gothenburg", "area", "Göteborg"],
  ["Malmo", "area", "Malmö"],
  ["Majorna", "area", "Majorna"],
  ["Bergsjön", "area", "Bergsjön"],
  ["Storgatan 4, Ale", "guess", "Ale"],
  ["Gothenburg Airport", "guess", "Göteborg Landvetter flygplats"],
  ["Café Berlin, Vasagatan 10", "guess", "Vasagatan"],
  ["Ulricehamn", "area", "Ulricehamn, mitt i orten"],
  ["avenyn", "spot", "Kungsportsavenyen, mitt på"],
  ["Östra Hamngatan 24 B, portkod 1234", "spot", "Östra Hamngatan, mitt på"],
  ["Vasag. 10", "spot", "Vasagatan, mitt på"],
  ["Södra v 10", "spot", "Södra Vägen, mitt på"],
  ["v. hamngatan 4, gbg c", "guess", "Västra Hamngatan"],
  ["Vasagatan 11, Vasastan", "spot", "Vasagatan, mitt på"],
  ["Drottningtorget 9999", "spot", "Drottningtorget, mitt på"],
];

for (const [words, reason, first] of ASKED) {
  Deno.test(`resolvePlace() asks about "${words}"`, () => {
    const resolution = resolvePlace(index, words);
    assert(resolution.kind === "several", resolution.kind);
    assert.equal(resolution.reason, reason);
    const [place] = resolution.places;
    assert(
      first === "" || place?.name === first || place?.area.split(", ").at(-1) === first,
      JSON.stringify(place),
    );
  });
}

for (
  const words of ["Oslo", "Copenhagen", "kastrup", "Drottninggatan 1, Oslo", "Frankfurt", "Oslo S"]
) {
  Deno.test(`resolvePlace() says that "${words}" is abroad`, () => {
    assert.deepEqual(resolvePlace(index, words), { kind: "abroad" });
  });
}

Deno.test("resolvePlace() knows nothing of places that are not there", () => {
  for (const words of ["qqxxyyzz", "", "🚕", "pin:55.67610,12.56830", "12"]) {
    assert.equal(resolvePlace(index, words).kind, "none", words);
  }
});

Deno.test("resolvePlace() answers in the asked language", () => {
  const resolution = resolvePlace(index, "göteborg c", "en");
  assert.equal(resolution.kind === "one" && resolution.place.name, "Gothenburg Central Station");
});

Deno.test("a choice has six places at most, a street as many crossings as can be told apart", () => {
  assert.equal(MAX_CHOICES, 6);
  const several = resolvePlace(index, "gata");
  assert(several.kind === "several");
  assert.equal(several.places.length, MAX_CHOICES);
  const along = resolvePlace(index, "Östra Hamngatan");
  assert(along.kind === "several");
  assert.equal(along.places.length, 8);
});

Deno.test("another part of a street is the crossings that were not offered", () => {
  const offered = resolvePlace(index, "Östra Hamngatan");
  const more = moreSpots(index, "street:ostra-hamngatan~more", "sv");
  assert(offered.kind === "several" && more?.kind === "several");
  const first = new Set(offered.places.map(({ id }) => id));
  assert(more.places.length > 0 && more.places.every(({ id }) => !first.has(id)));
  assert.equal(moreSpots(index, "street:ostra-hamngatan", "sv"), null);
  assert.equal(moreSpots(index, "street:finns-inte~more", "sv"), null);
});

Deno.test("choosing the district itself shows what else there is in it", () => {
  const asked = resolvePlace(index, "Majorna");
  assert(asked.kind === "several");
  const [district, ...first] = asked.places;
  const others = takePlace(index, district!, "", "sv");
  assert(others.kind === "several" && others.places.length > 0);
  const shown = new Set(first.map(({ id }) => id));
  assert(others.places.every(({ id }) => !shown.has(id) && id !== district!.id));
});

Deno.test("takePlace() takes what a car can stop at and asks where in the rest", () => {
  const taken = (id: string) => {
    const place = findPlace(index, id);
    assert(place, id);
    const resolution = takePlace(index, place, "", "sv");
    return resolution.kind === "several" ? resolution.reason : resolution.kind;
  };
  assert.deepEqual(
    ["airport:GOT", "street:korsvagen", "street:vasagatan", "district:haga", "town:2711537"]
      .map(taken),
    ["one", "one", "spot", "area", "area"],
  );
});

Deno.test("resolvePlace() meets the given cases", () => {
  for (const { field: words, typed: must } of givenCases("places")) {
    const resolution = resolvePlace(index, words.split(" to ")[0]!);
    const [first] = resolution.kind === "several" ? resolution.places : [];
    const wanted = /ask \((?:the district of )?(\p{Lu}\p{L}+)/u.exec(must)?.[1];
    if (wanted) {
      assert(`${first?.name} ${first?.area}`.includes(wanted), `${words}: ${first?.name}`);
    }
    if (must.startsWith("ask")) assert.notEqual(resolution.kind, "one", words);
    const named = /^(Andra|Första|Södra|Östra|Vasagatan|Drottningtorget|Arlanda)/.exec(must)?.[1];
    const meant = resolution.kind === "one" ? resolution.place : first;
    if (named) assert(meant?.name.includes(named), `${words}: ${meant?.name}`);
  }
});
