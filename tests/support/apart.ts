// Whether words that a person wrote stand apart from what is around them in a page.
import type { Piece } from "./markup.ts";

/** True when the words, or what cleaning left of them, are in the text. */
export function shows(text: string, words: string): boolean {
  return bare(text).includes(bare(words));
}

/** True when the words stand in an element or between marks of their own, or where nobody reads them. */
export function isApart({ text, attribute, inside }: Piece, words: string): boolean {
  const own = inside.at(-1) ?? "";
  if (
    attribute === "" &&
    inside.some((tag) => /^<bdi\b/.test(tag) || /^<textarea\b.*\bdir="auto"/.test(tag))
  ) return true;
  // Nobody reads an address, nor a value that is not drawn: a field for a time shows times alone.
  if (/^(href|id|for|action)$/.test(attribute)) return true;
  if (
    attribute === "value" &&
    /type="(hidden|radio|date|time)"|<option|<button|\bdir="(auto|ltr)"/.test(own)
  ) {
    return true;
  }
  const outside = text.replace(/\u2068[^\u2069]*(?:\u2066[^\u2069]*)*\u2069/g, "");
  return !shows(outside, words);
}

function bare(text: string): string {
  return text.replace(/[\u2066\u200b\u202e]/g, "").toLowerCase();
}
