import assert from "node:assert/strict";
import { MAX_STOP_WORDS, pinId, stopLabel } from "../../lib/places/place.ts";

Deno.test("pinId() writes five decimals, latitude first", () => {
  assert.equal(pinId({ lat: 57.7088749, lng: 11.9745 }), "pin:57.70887,11.97450");
});

Deno.test("stopLabel() prefers the customer's words to the place's name", () => {
  assert.equal(
    stopLabel({ words: " Östra Hamngatan 24 ", name: "Östra Hamngatan" }),
    "Östra Hamngatan 24",
  );
  assert.equal(stopLabel({ words: "  ", name: "Östra Hamngatan" }), "Östra Hamngatan");
});

Deno.test("a stop's words are two hundred characters at most, as the database keeps them", () => {
  assert.equal(MAX_STOP_WORDS, 200);
});
