// What is said of an error: browsers' own words pass, what somebody typed does not, quoted or not.
import assert from "node:assert/strict";

import { cleanMessage, knownWords, positionsIn } from "../../lib/trail/fault-text.ts";
import { MAX_POSITIONS } from "../../lib/trail/trail.ts";
import { fc } from "../support/property.ts";

Deno.test("a browser's message keeps its words and loses what it quotes", () => {
  const said: readonly (readonly [string, string])[] = [
    [
      "Cannot read properties of undefined (reading 'stepsOf')",
      "cannot read properties of undefined reading … …",
    ],
    ["Maja Öberg is not iterable", "… … is not …"],
    ["Cannot convert Avenyn 12 to a BigInt", "cannot … … … a …"],
    [
      `Unexpected token 'M', "Maja 070-123 45 67" is not valid JSON`,
      "… … … … is not … …",
    ],
  ];
  for (const [message, known] of said) assert.equal(knownWords(message), known);
});

Deno.test("no word of anybody's comes through, however it stands in the message", () => {
  const person = fc.constantFrom(
    "Maja",
    "Öberg",
    "ÅSA",
    "0701234567",
    "Avenyn",
    "maja@example.org",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(person, fc.string())), (parts) => {
      const known = knownWords(parts.join(" ")) + cleanMessage(parts.join(" "));
      assert.doesNotMatch(known, /maja|öberg|åsa|\d|avenyn|example|@/i);
    }),
  );
});

Deno.test("the server takes words of browsers alone as well, and says no gap twice", () => {
  assert.equal(cleanMessage("cannot … … read a … Maja"), "cannot … read a …");
  assert.equal(cleanMessage("x ".repeat(5_000)), "…");
});

Deno.test("of a stack the places in our scripts are read, in every browser's way of writing them", () => {
  const chrome =
    "TypeError: x\n    at stepsOf (https://avanti.example/_fresh/js/TimeField-QX5V2ABC.js:1:2043)\n" +
    "    at https://avanti.example/_fresh/js/chunk-LNZA6OUF.js:3:9\n    at <anonymous>:1:1";
  const firefox = "b@https://avanti.example/_fresh/js/TimeField-QX5V2ABC.js:1:2043\n@debugger:1:1";
  assert.deepEqual(positionsIn(chrome), [
    ["TimeField-QX5V2ABC.js", 1, 2043],
    ["chunk-LNZA6OUF.js", 3, 9],
  ]);
  assert.deepEqual(positionsIn(firefox), [["TimeField-QX5V2ABC.js", 1, 2043]]);
  assert.deepEqual(positionsIn("at chrome-extension://abcdef/x.js:1:1"), []);
  assert.equal(positionsIn(chrome.repeat(50)).length, MAX_POSITIONS);
});
