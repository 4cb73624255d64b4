import assert from "node:assert/strict";
import { cleanText } from "../../lib/forms/clean-text.ts";
import { fc } from "../support/property.ts";

// CR, LF, NUL, U+0085, U+2028: what would begin a new header or a new line elsewhere.
Deno.test("cleanText() leaves no control characters but line breaks, no lone surrogates, and cleans once for all", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const clean = cleanText(text);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(clean, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
    assert(clean.isWellFormed());
    assert.equal(cleanText(clean), clean);
  }));
  assert.equal(cleanText("a\r\nb\rc\u0000d\u0085e\u2028f"), "a\nb c d e f");
  assert.equal(cleanText("A\u030a"), "Å");
});
