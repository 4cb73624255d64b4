// How many bytes something takes in this process's memory, about: bounds are kept by it, so it says rather too much.
import { bytesPerCharacter } from "../kernel/text-width.ts";

/** What V8 takes for one of them beside what is in it, in bytes. */
const OBJECT_BYTES = 32;
const PROPERTY_BYTES = 12;
const ELEMENT_BYTES = 8;
const TEXT_BYTES = 24;
const NUMBER_BYTES = 16;
const VIEW_BYTES = 200;

/** Longest text that is looked through for a wide character. */
const MOST_LOOKED_THROUGH = 4_096;
/** Deeper than that nothing is counted: no value of ours is. */
const MAX_DEPTH = 32;

/** The bytes of a value, without those of whoever holds it. */
export function heldBytes(value: unknown, depth = 0): number {
  switch (typeof value) {
    case "string":
      return textBytes(value);
    case "number":
    case "bigint":
      return NUMBER_BYTES;
    case "object":
      return value === null || depth > MAX_DEPTH ? ELEMENT_BYTES : objectBytes(value, depth);
    default:
      return ELEMENT_BYTES;
  }
}

/** The bytes of a text; of a long one, which is not looked through, at most. */
export function textBytes(text: string): number {
  const each = text.length > MOST_LOOKED_THROUGH ? 2 : bytesPerCharacter(text);
  return TEXT_BYTES + text.length * each;
}

function objectBytes(value: object, depth: number): number {
  if (ArrayBuffer.isView(value)) return VIEW_BYTES + value.byteLength;
  if (Array.isArray(value)) {
    return value.reduce<number>(
      (sum, one) => sum + ELEMENT_BYTES + heldBytes(one, depth + 1),
      OBJECT_BYTES,
    );
  }
  let sum = OBJECT_BYTES;
  // Names of properties are shared by all objects of a shape.
  for (const one of Object.values(value)) sum += PROPERTY_BYTES + heldBytes(one, depth + 1);
  return sum;
}
