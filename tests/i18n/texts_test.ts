import assert from "node:assert/strict";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { DEFAULT_LOCALE, LOCALES } from "../../lib/kernel/locale.ts";
import { textsFor } from "../../lib/i18n/texts.ts";

/** Every text with its path; functions are called with words that can be found again. */
function allTexts(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    return [[path, String(value(...Array.from({ length: value.length }, (_, i) => `«${i}»`)))]];
  }
  assert.ok(value !== null && typeof value === "object", `${path} is a text or holds texts`);
  return Object.entries(value).flatMap(([name, part]) => allTexts(part, `${path}/${name}`));
}

/** The usual car goes without saying in a row of the board. */
const MAY_BE_EMPTY = ["/board/classes/standard"];

/** Everything a language says: on pages, to programs, on the board. */
const ALL = LOCALES.map((locale) => ({
  locale,
  texts: allTexts({ ...textsFor(locale), board: boardTexts(locale) }),
}));
const OWN = ALL.find(({ locale }) => locale === DEFAULT_LOCALE)!.texts;

Deno.test("every language says the same things", () => {
  // A language writes the plural forms it has.
  const said = (texts: typeof OWN) =>
    new Set(texts.map(([path]) => path.replace(/\/(zero|one|two|few|many|other)$/, "/plural")));
  for (const { locale, texts } of ALL) assert.deepEqual(said(texts), said(OWN), locale);
});

Deno.test("no text is empty and each function uses all it is given", () => {
  const words = (texts: typeof OWN) =>
    Object.fromEntries(
      texts.filter(([path]) => !/\/(zero|one|two|few|many)$/.test(path))
        .map(([path, text]) => [path, [...text.matchAll(/«\d»|\{\w+\}/g)].flat().sort()]),
    );
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
