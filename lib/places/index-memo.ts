// What is worked out from the places once and asked for again and again.
import type { PlaceIndex } from "./place-index.ts";

/**
 * `work` that remembers its answers until the index has other places (an operator changed a landmark). For keys of
 * which there are no more than places, so that what is remembered stays small.
 */
export function perIndex<Key, Value>(
  work: (index: PlaceIndex, key: Key) => Value,
): (index: PlaceIndex, key: Key) => Value {
  const remembered = new WeakMap<PlaceIndex["places"], Map<Key, Value>>();
  return (index, key) => {
    const known = remembered.get(index.places) ?? new Map<Key, Value>();
    remembered.set(index.places, known);
    const value = known.get(key) ?? work(index, key);
    known.set(key, value);
    return value;
  };
}
