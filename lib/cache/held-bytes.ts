// How many bytes something takes in this process's memory, about: bounds are kept by it, so it says rather too much.

/** What V8 takes for one of them beside what is in it, in bytes. */
const OBJECT_BYTES = 32;
const PROPERTY_BYTES = 12;
const ELEMENT_BYTES = 8;
const TEXT_BYTES = 24;
const NUMBER_BYTES = 16;
const VIEW_BYTES = 200;

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

/** The bytes of a text. One with a character outside Latin-1 takes two bytes for each of its characters. */
export function textBytes(text: string): number {
  // deno-lint-ignore no-control-regex
  const isLatin = text.length > 4_096 ? false : /^[\u0000-\u00ff]*$/.test(text);
  return TEXT_BYTES + text.length * (isLatin ? 1 : 2);
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
