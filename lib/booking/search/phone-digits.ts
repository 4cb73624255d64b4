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

/** A number as it is kept: all its digits, how many they are, and how many of them name the country. */
export interface KeptNumber {
  value: number;
  length: number;
  codeLength: number;
}

/** What was typed of a number: `digits` stand from the country's code on, behind it, or at the end. */
export interface TypedNumber {
  from: "code" | "national" | "end";
  value: number;
  length: number;
}

/** A stored number, E.164 as today's releases store it or as it was dialled in Sweden; null when it has no digits. */
export function keptNumber(stored: string): KeptNumber | null {
  const dialled = dialledIn(stored);
  const isAbroad = dialled.startsWith("+");
  const digits = isAbroad ? dialled.slice(1) : HOME_CODE + dialled.replace(/^0/, "");
  if (dialled === "" || digits === "" || digits.length > MAX_DIGITS) return null;
  return { value: Number(digits), length: digits.length, codeLength: codeLength(digits) };
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
  if (dialled.length >= MIN_LAST_DIGITS) readings.push(typed("end", dialled));
  return readings.filter(({ length }) => length > 0 && length <= MAX_DIGITS);
}

/** True when a kept number has the digits that were typed. Called for every booking: no text is made. */
export function hasDigits(kept: number, length: number, codeLength: number, typed: TypedNumber) {
  const before = typed.from === "national" ? codeLength : 0;
  const behind = length - before - typed.length;
  if (behind < 0) return false;
  const tail = typed.from === "end" ? kept : Math.floor(kept / POWERS[behind]!);
  return typed.from === "code"
    ? tail === typed.value
    : tail % POWERS[typed.length]! === typed.value;
}

const POWERS = Array.from({ length: MAX_DIGITS + 1 }, (_, i) => 10 ** i);

/** A zero behind the country's code is dialled inside the country alone; some write it all the same. */
function withCode(digits: string): TypedNumber[] {
  const length = codeLength(digits);
  const national = digits.slice(length);
  if (national.replace(/^0/, "") === "") return [];
  const plain = typed("code", digits);
  if (!national.startsWith("0")) return [plain];
  return [plain, typed("code", digits.slice(0, length) + national.slice(1))];
}

function typed(from: TypedNumber["from"], digits: string): TypedNumber {
  return { from, value: Number(digits), length: digits.length };
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
