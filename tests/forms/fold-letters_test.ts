import assert from "node:assert/strict";
import { foldLetters } from "../../lib/forms/fold-letters.ts";
import { fc } from "../support/property.ts";

Deno.test("foldLetters() takes accents off, and reads letters of other keyboards as they are typed here", () => {
  assert.equal(foldLetters("ÅÄÖ åäö É ñ Ångström"), "aao aao e n angstrom");
  assert.equal(foldLetters("Łukasz Đurić Yıldız İnci áŧŋa"), "lukasz duric yildiz inci atna");
  assert.equal(
    foldLetters("Søren Æbelø Œuvre Þór Guðrún Groß GROẞ"),
    "soren aebelo oeuvre thor gudrun gross gross",
  );
  assert.equal(foldLetters("O’Neil O´Neil O'Neil"), "o'neil o'neil o'neil");
  assert.equal(foldLetters("Ａ１ ٣ Ὀδυσσεύς"), "a1 3 οδυσσευσ");
});

Deno.test("foldLetters() folds once for all", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    assert.equal(foldLetters(foldLetters(text)), foldLetters(text));
  }));
});

Deno.test("foldLetters() is the same for a name alone and for one beside a name of another script", () => {
  const western = fc.string({ unit: fc.constantFrom(..."AZaz09 '-ÅÄÖéßøÆþÐ´µ¨ªº¼") });
  fc.assert(fc.property(western, (name) => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
    assert.deepEqual(words(foldLetters(`ł ${name}`)), words(`l ${foldLetters(name)}`));
  }));
});
