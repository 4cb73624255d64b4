// What many are given is changed by none: values are frozen all the way down before they are kept.

/** Deepest that is frozen; nothing of ours is deeper. */
const MAX_DEPTH = 32;

/** The value itself, frozen with all that is in it. Bytes cannot be frozen. */
export function frozen<Value>(value: Value, depth = 0): Value {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) frozen(one, depth + 1);
  return Object.freeze(value);
}
