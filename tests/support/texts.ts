// Everything the product says, text by text.
import assert from "node:assert/strict";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import type { Locale } from "../../lib/kernel/locale.ts";

/** A text and where it stands in its dictionary. */
export type PathAndText = [path: string, text: string];

/** Every text of a language; functions are called with words that can be found again: `«0»`. */
export function allTexts(locale: Locale): PathAndText[] {
  return textsOf({ ...textsFor(locale), board: boardTexts(locale) }, "");
}

function textsOf(value: unknown, path: string): PathAndText[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    return textsOf(value(...Array.from({ length: value.length }, (_, i) => `«${i}»`)), path);
  }
  assert.ok(value !== null && typeof value === "object", `${path} is a text or holds texts`);
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${path}/${name}`));
}
