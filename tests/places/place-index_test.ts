import assert from "node:assert/strict";
import type { Locale } from "../../lib/kernel/locale.ts";
import { foldWords } from "../../lib/places/fold.ts";
import { greatCircleMeters } from "../../lib/places/great-circle.ts";
import { letterBits, loadPlaceIndex, placeIn } from "../../lib/places/place-index.ts";
import { snapToRoad } from "../../lib/routing/snap.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";

const index = loadPlaceIndex();

Deno.test("loadPlaceIndex() knows towns, airports, stations and streets in the expected numbers", () => {
  const counts: Record<string, number> = {};
  for (const { place } of index.places) counts[place.kind] = (counts[place.kind] ?? 0) + 1;
  assert.ok(
    counts.town! > 1_300 && counts.airport! > 45 && counts.station! > 55,
    JSON.stringify(counts),
  );
  assert.ok(counts.street! > 2_400 && counts.district! > 80, JSON.stringify(counts));
});

Deno.test("loadPlaceIndex() gives every place a unique id of the agreed form", () => {
  assert.equal(index.byId.size, index.places.length);
  for (const { place } of index.places) {
    assert.match(
      place.id,
      /^(airport:[A-Z]{3}|(station|street|landmark|district):[a-z0-9-]+|town:\d+)$/,
    );
    assert.equal(place.id.split(":")[0], place.kind);
  }
});

Deno.test("loadPlaceIndex() keeps its words in order, as the prefix search needs", () => {
  for (let i = 1; i < index.words.length; i++) {
    assert.ok(index.words[i - 1]!.text < index.words[i]!.text);
  }
});

Deno.test("loadPlaceIndex() puts nearly every street within 150 m of a road a car may stop on", () => {
  const { grid } = loadCityNetwork();
  const streets = index.places.filter(({ place }) => place.kind === "street");
  const far = streets.filter(({ place }) =>
    (snapToRoad(grid, place.point)?.meters ?? Infinity) > 150
  );
  assert.ok(far.length < 0.03 * streets.length, far.map(({ place }) => place.name).join(", "));
});

Deno.test("letterBits() never rules out a word that is one typo away", () => {
  const differing = letterBits("hamngatn") & ~letterBits("hamngatan");
  assert.equal(differing, 0);
});

Deno.test("letterBits() has a bit for each letter of a to z, and one for all else", () => {
  assert.equal(letterBits(""), 0);
  assert.equal(letterBits("a"), 1);
  assert.equal(letterBits("cab"), 0b111);
  assert.equal(letterBits("zz"), 1 << 25);
  for (const other of ["`", "{", "5", "ł"]) assert.equal(letterBits(other), 1 << 26, other);
});

Deno.test("a place is its row: names of every language, weight, position and comparable names", () => {
  const at = index.byId.get("airport:GOT") ?? -1;
  assert.deepEqual(index.places[at], {
    place: {
      id: "airport:GOT",
      kind: "airport",
      name: "Göteborg Landvetter flygplats",
      area: "Härryda",
      point: { lat: 57.6685, lng: 12.2942 },
    },
    exonyms: { en: "Göteborg Landvetter Airport" },
    weight: 100,
  });
  const keys = index.keysOf[at]?.map((key) => index.keys[key]) ?? [];
  assert.deepEqual(keys.slice(0, 5), [
    { place: at, text: "goteborg landvetter flygplats", wordCount: 3 },
    { place: at, text: "goteborg landvetter airport", wordCount: 3 },
    { place: at, text: "got", wordCount: 1 },
    { place: at, text: "landvetter", wordCount: 1 },
    { place: at, text: "landvetter flygplats", wordCount: 2 },
  ]);
});

Deno.test("no place has a name twice, and none without a letter", () => {
  for (const [at, keys] of index.keysOf.entries()) {
    // A street that gave its name to the landmark beside it.
    if (keys.length === 0) assert.equal(index.places[at]?.place.kind, "street");
    const texts = keys.map((key) => index.keys[key]?.text);
    assert.equal(new Set(texts).size, texts.length, texts.join());
    assert(texts.every((text) => text !== ""));
  }
});

Deno.test("a word knows the names it stands in, once each, and the places around which it stands", () => {
  const places = index.places.map(({ place }) => place);
  for (const [at, word] of index.words.entries()) {
    if (at % 50 !== 0 && word.text !== "goteborg") continue;
    const named = index.keys.flatMap(({ text }, key) =>
      text.split(" ").includes(word.text) ? [key] : []
    );
    const around = places.flatMap(({ area }, place) =>
      foldWords(area).includes(word.text) ? [place] : []
    );
    assert.deepEqual(word, {
      text: word.text,
      letters: letterBits(word.text),
      keys: named,
      areas: around,
    });
  }
});

Deno.test("the home town's English name stands around the same places as its own", () => {
  const areas = (text: string) => index.words.find((word) => word.text === text)?.areas ?? [];
  assert(areas("goteborg").length > 2_000);
  assert.deepEqual(areas("gothenburg"), areas("goteborg"));
});

Deno.test("a street has points along it, every other place its own position", () => {
  const traceOf = (id: string) => {
    const at = index.byId.get(id);
    const { lats, lngs, places } = index.traces;
    return [...places].flatMap((place, i) => place === at ? [[lats[i], lngs[i]]] : []);
  };
  assert.deepEqual(traceOf("airport:GOT"), [[57.6685, 12.2942]]);
  const street = traceOf("street:vasagatan");
  assert(street.length > 5);
  for (const [lat = 0, lng = 0] of street) {
    assert(greatCircleMeters({ lat, lng }, { lat: 57.69872, lng: 11.96936 }) < 1_000);
  }
});

Deno.test("every street has a line of its own", () => {
  const drawn = new Set(index.streetLines.placeOf);
  const without = index.places.filter(({ place }, at) => place.kind === "street" && !drawn.has(at));
  assert.deepEqual(without.map(({ place }) => place.id), []);
});

Deno.test("placeIn() calls a place what the language calls it, or what it calls itself", () => {
  const name = (id: string, locale: Locale) =>
    placeIn(index, index.byId.get(id) ?? -1, locale).name;
  assert.equal(name("town:2711537", "en"), "Gothenburg");
  assert.equal(name("town:2711537", "sv"), "Göteborg");
  assert.equal(name("street:vasagatan", "en"), "Vasagatan");
});
