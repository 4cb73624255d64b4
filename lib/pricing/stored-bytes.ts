// How large a value becomes in a row of the database, counted before it is written. Pure.
import { bytesPerCharacter } from "../kernel/text-width.ts";

/** Bytes of a mark and a length before a text, of marks around a record, and of those around a list, at most. */
const [TEXT_FRAME, RECORD_FRAME, LIST_FRAME] = [5, 6, 12];
/** Bytes of a number that V8 writes as an integer, and of any other, with their marks. */
const [INTEGER_BYTES, DOUBLE_BYTES] = [6, 9];
/** Integers below it are written short. */
const MAX_SHORT = 2 ** 30;

/** An upper bound of the bytes a value takes as the structured clone of V8 writes it. */
export function storedBytes(value: unknown): number {
  if (typeof value === "string") return textBytes(value);
  if (typeof value === "number") {
    const isShort = Number.isInteger(value) && Math.abs(value) < MAX_SHORT;
    return isShort ? INTEGER_BYTES : DOUBLE_BYTES;
  }
  if (typeof value !== "object" || value === null) return 1;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + storedBytes(item), LIST_FRAME);
  }
  return Object.entries(value)
    .reduce((sum, [key, part]) => sum + textBytes(key) + storedBytes(part), RECORD_FRAME);
}

function textBytes(text: string): number {
  return text.length * bytesPerCharacter(text) + TEXT_FRAME;
}
