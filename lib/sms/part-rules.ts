// How many parts a text travels in, which is what it costs: 3GPP TS 23.038 and 23.040. Pure.

/** Letters of the network's own alphabet: seven bits each. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Those that take two, for they come after an escape. */
const EXTENDED = new Set("\f^{}\\[~]|€");

/** What fits into a message alone, and into each of several, which carry their number. */
const ROOM = {
  "gsm-7": { alone: 160, joined: 153 },
  "ucs-2": { alone: 70, joined: 67 },
} as const;

/** How a text travels. */
export interface SmsParts {
  encoding: keyof typeof ROOM;
  /** Septets, or units of two bytes. */
  units: number;
  parts: number;
}

/** Counts the parts of a text. One letter outside the alphabet makes all of it take two bytes a letter. */
export function partsOf(text: string): SmsParts {
  const letters = [...text];
  const isBasic = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter));
  const encoding = isBasic ? "gsm-7" : "ucs-2";
  const sizes = letters.map((letter) => isBasic ? (EXTENDED.has(letter) ? 2 : 1) : letter.length);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = ROOM[encoding];
  return { encoding, units, parts: units <= alone ? 1 : partsOfJoined(sizes, joined) };
}

/** A letter of two units is never cut in half: its part ends before it. */
function partsOfJoined(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}
