import assert from "node:assert/strict";
import { findPlace } from "../../lib/places/find-place.ts";
import { agrees } from "../../lib/places/place-agreement.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";

const index = loadPlaceIndex();

function agreed(words: string, id: string): boolean {
  const place = findPlace(index, id);
  assert(place, id);
  return agrees(index, words, place);
}

Deno.test("words agree with a place that they say, could mean, or say nothing against", () => {
  const pairs: [words: string, id: string][] = [
    ["Landvetter", "airport:GOT"],
    ["hall 2", "airport:GOT"],
    ["hemma", "airport:GOT"],
    ["", "airport:GOT"],
    ["Östra Hamngatan 24, portkod 1234, Göteborg", "street:ostra-hamngatan~middle"],
    ["östra h 24", "street:ostra-hamngatan~kyrkogatan"],
    ["Volvo, Vasagatan 10", "street:vasagatan~viktoriagatan"],
    ["Drottninggatan 10, Stockholm", "station:stockholm-centralstation"],
    ["Birger Jarlsgatan 10, 114 34", "station:stockholm-centralstation"],
    ["hörnet Vasagatan/Viktoriagatan", "street:vasagatan~viktoriagatan"],
    ["Haga", "street:jarntorget"],
    ["Hos mormor", "pin:57.69811,11.96555"],
    ["Vasagatan 11", "pin:57.69811,11.96555"],
  ];
  for (const [words, id] of pairs) assert(agreed(words, id), `${words}: ${id}`);
});

Deno.test("words that name another place, or another town, do not agree", () => {
  const pairs: [words: string, id: string][] = [
    ["Malmö C", "airport:GOT"],
    ["Vasagatan 10", "street:ostra-hamngatan~middle"],
    ["Kungsgatan 12, Malmö", "street:kungsgatan~korsgatan"],
    ["Kungsgatan 12, 211 49", "street:kungsgatan~korsgatan"],
    ["Oslo", "street:oslogatan"],
    ["Malmö C", "pin:57.69811,11.96555"],
  ];
  for (const [words, id] of pairs) assert(!agreed(words, id), `${words}: ${id}`);
});

Deno.test("every place agrees with its own name and area, as the field writes them", () => {
  for (const { place } of index.places) {
    const words = [place.name, place.area].filter(Boolean).join(", ");
    assert(agrees(index, words, place), `${words}: ${place.id}`);
  }
});
