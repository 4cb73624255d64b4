import assert from "node:assert/strict";
import {
  DEFAULT_LOCALE,
  labelIn,
  labelOf,
  LOCALES,
  otherLocales,
  parseLocale,
} from "../../lib/kernel/locale.ts";

Deno.test("parseLocale() takes the product's languages and nothing else", () => {
  assert.deepEqual(LOCALES.map(parseLocale), [...LOCALES]);
  for (const value of ["", "SV", "xx", "toString", null, undefined, 1]) {
    assert.equal(parseLocale(value), null);
  }
});

Deno.test("otherLocales() leaves out the one a person reads", () => {
  for (const locale of LOCALES) {
    assert.deepEqual([locale, ...otherLocales(locale)].sort(), [...LOCALES].sort());
  }
});

Deno.test("labelIn() reads a label written before a language was added", () => {
  const label = labelOf((locale) => `in ${locale}`);
  assert.equal(labelIn(label, "en"), "in en");
  const stored = JSON.parse(JSON.stringify({ [DEFAULT_LOCALE]: "from last year" }));
  for (const locale of LOCALES) assert.equal(labelIn(stored, locale), "from last year");
});

Deno.test("the product speaks Swedish first, then English", () => {
  assert.deepEqual([...LOCALES], ["sv", "en"]);
  assert.equal(DEFAULT_LOCALE, "sv");
  assert.deepEqual(labelOf((locale) => `in ${locale}`), { sv: "in sv", en: "in en" });
});
