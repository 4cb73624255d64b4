// Where a key leads in a menu (ARIA Authoring Practices, menu button). Pure.

/** The number of the item a key leads to from item `at`; null for keys that are not the menu's. */
export function menuTarget(key: string, at: number, names: readonly string[]): number | null {
  const last = names.length - 1;
  switch (key) {
    case "ArrowDown":
      return at >= last ? 0 : at + 1;
    case "ArrowUp":
      return at <= 0 ? last : at - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return key.length === 1 && key.trim() !== "" ? byLetter(key, at, names) : null;
  }
}

/** The next item that begins with a letter, from the top again behind the last. */
function byLetter(letter: string, at: number, names: readonly string[]): number | null {
  const begins = (name: string) => name.toLowerCase().startsWith(letter.toLowerCase());
  const after = names.findIndex((name, i) => i > at && begins(name));
  const found = after === -1 ? names.findIndex(begins) : after;
  return found === -1 ? null : found;
}
