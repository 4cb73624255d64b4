// Text from outside, made fit to be stored and shown: what a person can see stays, the rest goes.

/** Text as it may be stored and shown: composed, of visible characters, spaces and line breaks alone. */
export function cleanText(text: string): string {
  let clean = text.toWellFormed().replaceAll("\r\n", "\n").normalize("NFC");
  // Composing puts marks in their order, which may part a joiner from the letter that kept it: until
  // nothing changes. A pass that changes anything but the first takes something away, so this ends.
  for (let before = ""; before !== clean;) {
    before = clean;
    clean = before.replace(BLANK, (char) => (char === "\n" ? char : " "))
      .replace(UNSEEN, (_match, needed: string | undefined) => needed ?? "")
      .normalize("NFC").trim();
  }
  return clean;
}

/** Clean text of one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** A line of ordinary letters, digits and signs, for what is read by its characters: `＋４６ ７０` → `+46 70`. */
export function plainLine(text: string): string {
  const plain = cleanLine(text).normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Nd}/gu, (digit) => digitValue(digit));
  // What was kept for its look: joiners and selectors change no letter. NFKC takes accents off their
  // letters where a space carries them.
  return cleanLine(plain.replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
}

/** True when there is a letter or a digit to read. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Everything that looks like a gap: controls, separators, and three letters and signs that are drawn as nothing. */
const BLANK = /[\p{Cc}\p{Z}\u2800\u3164\uffa0]/gu;

// Format characters turn the direction of what stands beside them, hide text or make two names that
// look the same differ. These are the ones a word or a picture is written with:
const LETTER = String.raw`(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}]`;
const VIRAMA = String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]`;
const PICTURE = String.raw`\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?`;
const NEEDED = [
  // Persian and Indic words keep the joiners between their letters, and a half letter its own at the end.
  String.raw`${LETTER}[\u200c\u200d](?=${LETTER})`,
  String.raw`${VIRAMA}\u200d`,
  // Emoji: joined pictures, keys, and the flags of England, Scotland and Wales (UTS 51, 2.6).
  String.raw`\u{1f3f4}\u{e0067}\u{e0062}[\u{e0061}-\u{e007a}]{3}\u{e007f}`,
  String.raw`${PICTURE}(?:\u200d${PICTURE})*`,
  String.raw`[0-9#*]\ufe0f\u20e3`,
  // Which form of a character a name is written with.
  String.raw`\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
  String.raw`(?!\p{Default_Ignorable_Code_Point})\p{Script=Mongolian}[\u180b-\u180d\u180f]`,
].join("|");

/** What is not seen; the group takes in what stays. Without lookbehind, which some browsers cannot read. */
const UNSEEN = new RegExp(`(${NEEDED})|[\\p{Cf}\\p{Default_Ignorable_Code_Point}]`, "gu");

/** `٣` → `3`. The ten digits of a script follow each other, and Unicode adds them ten at a time. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
