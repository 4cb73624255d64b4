import assert from "node:assert/strict";
import { LOCALES } from "../../lib/i18n/locale.ts";
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

const sv = allTexts(textsFor("sv"));
const en = allTexts(textsFor("en"));

Deno.test("both languages say the same things", () => {
  assert.deepEqual(en.map(([path]) => path), sv.map(([path]) => path));
});

Deno.test("no text is empty and each function uses all it is given", () => {
  for (const locale of LOCALES) {
    for (const [path, text] of allTexts(textsFor(locale))) {
      assert.notEqual(text.trim(), "", path);
    }
  }
  const words = (texts: typeof sv) =>
    texts.map(([path, text]) => [path, [...text.matchAll(/«\d»|\{\w+\}/g)].flat().sort()]);
  assert.deepEqual(words(en), words(sv));
});

Deno.test("the voice is calm: no exclamation marks, no oops", () => {
  for (const [path, text] of [...sv, ...en]) {
    assert.doesNotMatch(text, /!|\boj\b|\boops\b|\bhoppsan\b/i, path);
  }
});

Deno.test("plurals have a place for their number", () => {
  for (const [path, text] of [...sv, ...en]) {
    if (path.endsWith("/other") && !path.endsWith("fieldErrors/other")) {
      assert.match(text, /\{count\}/, path);
    }
  }
});
