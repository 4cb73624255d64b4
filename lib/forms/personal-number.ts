// Finds a personnummer in what somebody writes: it is never stored (dataskyddslagen 2018:218, 3 kap. 10 §), so whoever
// writes one is told before it is. A sole trader's organisation number is one by law; it has a field of its own.
import { plainLine } from "./clean-text.ts";
import { looksLikePersonnummer } from "./organisation-number.ts";

/**
 * Six or eight digits of a birth, in one piece or with one and the same sign between its parts, and four more. What
 * begins with a country's code is a telephone number, and so is what is parted after four digits: `0411-12 34 56`.
 */
const WRITTEN =
  /(?<![\d+]|(?:\+|\b00)\d{1,3}[ -])((?:19|20)?\d{2})([-. ]?)(\d{2})\2(\d{2})(?: ?[-+] ?(?=\d{2} ?\d{2}(?!\d))| (?=\d{4}(?!\d))|(?=\d{4}(?!\d)))(\d{2} ?\d{2})/g;

/** Mobile numbers have ten digits too, and are what people write far more often. */
const MOBILE = /^07[02369]\d{7}$/;
/** What is said before a telephone number of ten digits in one piece. */
const CALLED =
  /(?:tel|telefon|phone|mobil|mobile|ring|call|sms|text|fax|nås på|reach)[\p{L} .:=]{0,12}$/iu;
/** A day of ours and a time of day: `2026-11-24 0940`. */
const DAY_AND_TIME = /^20[2-9]\d-\d\d-\d\d [01]\d[0-5]\d$|^20[2-9]\d-\d\d-\d\d 2[0-3][0-5]\d$/;
/** Most days of each month. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** How far back it is looked for what was said before a number. */
const SAID_BEFORE = 24;

/** True when somewhere in a text a personnummer or a samordningsnummer stands: a birth, and a check digit that fits. */
export function hasPersonalNumber(text: string): boolean {
  // Most texts have no room for ten digits.
  if (text.length < 10 || !/\p{Nd}/u.test(text)) return false;
  const plain = plainLine(text);
  return [...plain.matchAll(WRITTEN)].some((found) => {
    const [written, , , month = "", day = ""] = found;
    if (MOBILE.test(written) || DAY_AND_TIME.test(written)) return false;
    if (/^0\d{9}$/.test(written)) {
      const before = plain.slice(Math.max(0, found.index - SAID_BEFORE), found.index);
      if (CALLED.test(before)) return false;
    }
    return isDay(Number(month), Number(day)) && looksLikePersonnummer(written.replaceAll(".", ""));
  });
}

/** A coordination number has sixty more in its day. */
function isDay(month: number, day: number): boolean {
  const most = DAYS[month - 1] ?? 0;
  const ofMonth = day > 60 ? day - 60 : day;
  return ofMonth >= 1 && ofMonth <= most;
}
