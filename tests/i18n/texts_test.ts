import assert from "node:assert/strict";
import { DEFAULT_LOCALE, LOCALES } from "../../lib/kernel/locale.ts";
import { allTexts, type PathAndText } from "../support/texts.ts";

/** The usual car goes without saying in a row of the board. */
const MAY_BE_EMPTY = ["/quote/classes/standard/short", "/board/classes/standard/short"];

/** Plural forms besides `other`, which every language has. */
const OTHER_FORMS = /\/(zero|one|two|few|many)$/;

const ALL = LOCALES.map((locale) => ({ locale, texts: allTexts(locale) }));
const OWN = allTexts(DEFAULT_LOCALE);

Deno.test("every language says the same things", () => {
  const said = (texts: PathAndText[]) =>
    texts.map(([path]) => path).filter((path) => !OTHER_FORMS.test(path));
  for (const { locale, texts } of ALL) assert.deepEqual(said(texts), said(OWN), locale);
});

Deno.test("no text is empty and each function uses all it is given", () => {
  const words = (texts: PathAndText[]) =>
    texts.filter(([path]) => !OTHER_FORMS.test(path))
      .map(([path, text]) => [path, [...text.matchAll(/«\d»|\{\w+\}/g)].flat().sort()]);
  for (const { locale, texts } of ALL) {
    for (const [path, text] of texts) {
      if (!MAY_BE_EMPTY.includes(path)) assert.notEqual(text.trim(), "", `${locale} ${path}`);
    }
    assert.deepEqual(words(texts), words(OWN), locale);
  }
});

Deno.test("the voice is calm: no exclamation marks, no oops", () => {
  for (const [path, text] of ALL.flatMap(({ texts }) => texts)) {
    assert.doesNotMatch(text, /!|\boj\b|\boops\b|\bhoppsan\b/i, path);
  }
});

Deno.test("plurals have a place for their number", () => {
  for (const [path, text] of ALL.flatMap(({ texts }) => texts)) {
    if (path.endsWith("/other") && !/(fieldErrors|problems)\/other$/.test(path)) {
      assert.match(text, /\{count\}/, path);
    }
  }
});
