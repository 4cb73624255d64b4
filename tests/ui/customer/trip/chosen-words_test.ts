import assert from "node:assert/strict";
import { chosenWords } from "../../../../lib/ui/customer/trip/chosen-words.ts";

const STREET = { kind: "street", name: "Östra Hamngatan", area: "Göteborg" } as const;

Deno.test("chosenWords() keeps the house number of a street", () => {
  assert.equal(chosenWords("ostra hamngatan 24", STREET), "Östra Hamngatan 24, Göteborg");
  assert.equal(chosenWords("24B östra ham", STREET), "Östra Hamngatan 24B, Göteborg");
});

Deno.test("chosenWords() keeps what follows the house number", () => {
  assert.equal(
    chosenWords("östra hamngatan 24, portkod 1234", STREET),
    "Östra Hamngatan 24, portkod 1234, Göteborg",
  );
});

Deno.test("chosenWords() names the area once", () => {
  assert.equal(chosenWords("östra h 24, göteborg", STREET), "Östra Hamngatan 24, Göteborg");
  assert.equal(chosenWords("östra", STREET), "Östra Hamngatan, Göteborg");
});

Deno.test("chosenWords() writes the number of a whole address once", () => {
  const door = { kind: "street", name: "Vasagatan 11", area: "Göteborg" } as const;
  assert.equal(
    chosenWords("vasag 11, portkod 1234", door),
    "Vasagatan 11, portkod 1234, Göteborg",
  );
});

Deno.test("chosenWords() takes other places as they are called", () => {
  const airport = {
    kind: "airport",
    name: "Göteborg Landvetter flygplats",
    area: "Härryda",
  } as const;
  assert.equal(chosenWords("landv 2", airport), "Göteborg Landvetter flygplats, Härryda");
  assert.equal(chosenWords("x", { kind: "pin", name: "nära Avenyn", area: "" }), "nära Avenyn");
});
