// Telephone numbers as the search compares them: digits in one number, so that 200,000 are looked through in a
// millisecond, and the ways a person may have typed some of them.
import { plainLine } from "../../forms/clean-text.ts";

/** Most digits of a number (ITU E.164); as many as a double holds exactly. */
const MAX_DIGITS = 15;
/** Fewer digits are a word, a street number or a room, and no telephone number. */
const MIN_DIGITS = 3;
/** Fewer last digits than this fit every thousandth number. */
const MIN_LAST_DIGITS = 4;
/** How numbers without a country are read. */
const HOME_CODE = "46";

/** Country codes of one digit and of two; every other one has three (ITU E.164, annex). */
const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Some digits as a number, and how many they are: zeros in front count. */
export interface Digits {
  value: number;
  length: number;
}

/** Where digits that were typed may stand in a number: from its country's code on, behind it, or at its end. */
export type NumberSide = "code" | "national" | "end";

/** A number as it is kept: from each side, the end backwards, so that whatever was typed is a beginning. */
export type KeptNumber = Readonly<Record<NumberSide, Digits>>;

/** What was typed of a number, and where it may stand. */
export interface TypedNumber extends Digits {
  side: NumberSide;
}

/** A stored number, E.164 as today's releases store it or as it was dialled in Sweden; null when it has no digits. */
export function keptNumber(stored: string): KeptNumber | null {
  const dialled = dialledIn(stored);
  const isAbroad = dialled.startsWith("+");
  const digits = isAbroad ? dialled.slice(1) : HOME_CODE + dialled.replace(/^0/, "");
  if (dialled === "" || digits === "" || digits.length > MAX_DIGITS) return null;
  return {
    code: digitsOf(digits),
    national: digitsOf(digits.slice(codeLength(digits))),
    end: digitsOf(backwards(digits)),
  };
}

/** What a text may mean as a part of a number; none when it is no number, or too little of one. */
export function typedNumbers(text: string): TypedNumber[] {
  const dialled = dialledIn(text);
  if (!/^\+?\d+$/.test(dialled) || dialled.replace("+", "").length < MIN_DIGITS) return [];
  if (dialled.startsWith("+")) return withCode(dialled.slice(1));
  // Italy keeps the zero that others dial inside the country alone.
  const national = dialled.startsWith("0") ? [dialled.slice(1), dialled] : [dialled];
  const readings = national.map((digits) => typed("national", digits));
  if (!dialled.startsWith("0")) readings.push(...withCode(dialled));
  if (dialled.length >= MIN_LAST_DIGITS) readings.push(typed("end", backwards(dialled)));
  return readings.filter(({ length }) => length > 0 && length <= MAX_DIGITS);
}

/** The bounds `[low, high)` of kept values that begin with what was typed, by the length of the kept value. */
export function boundsOf({ value, length }: Digits): { low: Float64Array; high: Float64Array } {
  // A value that is shorter than what was typed begins with nothing of it.
  const powers = Array.from({ length: MAX_DIGITS + 1 }, (_, kept) => 10 ** (kept - length));
  const bound = (edge: number) =>
    Float64Array.from(powers, (power, kept) => kept < length ? -1 : edge * power);
  return { low: bound(value), high: bound(value + 1) };
}

/** A zero behind the country's code is dialled inside the country alone; some write it all the same. */
function withCode(digits: string): TypedNumber[] {
  const length = codeLength(digits);
  const national = digits.slice(length);
  if (national.replace(/^0/, "") === "") return [];
  const plain = typed("code", digits);
  if (!national.startsWith("0")) return [plain];
  return [plain, typed("code", digits.slice(0, length) + national.slice(1))];
}

function typed(side: NumberSide, digits: string): TypedNumber {
  return { side, ...digitsOf(digits) };
}

function digitsOf(digits: string): Digits {
  return { value: Number(digits), length: digits.length };
}

function backwards(digits: string): string {
  return [...digits].reverse().join("");
}

function codeLength(digits: string): number {
  if (ONE_DIGIT.test(digits)) return 1;
  return TWO_DIGITS.test(digits) ? 2 : Math.min(3, digits.length);
}

/** Digits with a plus where a country was named: `0046 (0)70-123` → `+4670123`. */
function dialledIn(text: string): string {
  const line = /^\+?\d+$/.test(text) ? text : plainLine(text);
  return line.replace(/\(\s*0\s*\)/, "").replace(/[\s\-./()]/g, "").replace(/^00/, "+");
}
