import assert from "node:assert/strict";
import { readNumberPlate } from "../../lib/forms/number-plate.ts";

Deno.test("ordinary and personal plates are read as they stand on the car", () => {
  const read = {
    abc123: "ABC 123",
    "ABC-12D": "ABC 12D",
    " abc  12d ": "ABC 12D",
    TAXI1: "TAXI1",
    "ÅSA 7": "ÅSA 7",
    "ＡＢＣ１２３": "ABC 123",
  };
  for (const [typed, plate] of Object.entries(read)) {
    assert.deepEqual(readNumberPlate(typed), { ok: true, value: plate }, typed);
  }
});

Deno.test("what cannot stand on a plate is refused; a letter O at the end is told to be a zero", () => {
  for (const typed of ["", "A", "ABCDEFGH", "ABC_123", "ABC 1234", "=ABC12"]) {
    const read = readNumberPlate(typed);
    // ABC 1234 has seven signs: a personal plate.
    assert.equal(read.ok, typed === "ABC 1234", typed);
  }
  assert.deepEqual(readNumberPlate("ABC 12O"), { ok: false, code: "plateLetterO" });
});
