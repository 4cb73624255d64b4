// Which words have room in a bar: a word that would be cut is left out, and a shorter one takes its place. Pure.

/** Widest letters of the text face at 13 px are this wide on average in names of places, in pixels. */
const LETTER_PX = 7;

/** The first of the words that has room within `widthPx`, or "". */
export function fitting(words: readonly string[], widthPx: number): string {
  return words.find((word) => word !== "" && word.length * LETTER_PX <= widthPx) ?? "";
}

/** What a place can be called where room is short, longest first: `Kungsportsavenyen 12, Göteborg`, then its street. */
export function placeNames(label: string): string[] {
  const [first = ""] = label.split(",");
  const street = first.replace(/\s+\d.*$/, "");
  return [...new Set([label, first, street])];
}
