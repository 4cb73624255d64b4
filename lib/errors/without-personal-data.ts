// Takes out of a technical text what may say who somebody is, where they go, or how to open their ticket. Texts of errors
// are written by others; this is the net under them, not a licence to put such things in.

/** Longest text kept. */
const MAX_LENGTH = 2_000;

const PERSONAL: readonly (readonly [found: RegExp, instead: string])[] = [
  // Of an address the host is kept.
  [/\b(https?:\/\/)(?:[^\s/?#@]*@)?([^\s/?#"')]+)[^\s"')]*/g, "$1$2/…"],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, "‹e-mail›"],
  // Personnummer, with and without century and separator.
  [/\b(?:19|20)?\d{6}[-+]\d{4}\b|\b(?:19|20)\d{10}\b/g, "‹person›"],
  // What is as long as a secret of ours.
  [/[A-Za-z0-9_-]{40,}/g, "…"],
  // Telephone numbers as people write them: seven digits or more that belong together.
  [/(?<![\w.:-])\+?\d(?:[ ()/-]{0,2}\d){6,14}(?![\w.:-])/g, "‹phone›"],
  // A place to five decimals is a door.
  [/-?\b\d{1,3}\.\d{4,}\b/g, "‹place›"],
  // What was sent stands in quotation marks in the messages of parsers.
  [/(?<=: |, )"[^"]{0,500}"(?= is not valid JSON)/g, "‹text›"],
];

/** The text without them, cut to 2,000 characters. */
export function withoutPersonalData(text: string): string {
  // Cut first: a text without end must not cost us its length.
  return PERSONAL.reduce(
    (cleaned, [found, instead]) => cleaned.replace(found, instead),
    text.slice(0, MAX_LENGTH),
  );
}
