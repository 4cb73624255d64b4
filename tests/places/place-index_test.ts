import assert from "node:assert/strict";
import { letterBits, loadPlaceIndex } from "../../lib/places/place-index.ts";
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
  assert.ok(counts.street! > 2_400, JSON.stringify(counts));
});

Deno.test("loadPlaceIndex() gives every place a unique id of the agreed form", () => {
  assert.equal(index.byId.size, index.places.length);
  for (const { place } of index.places) {
    assert.match(place.id, /^(airport:[A-Z]{3}|(station|street):[a-z0-9-]+|town:\d+)$/);
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
