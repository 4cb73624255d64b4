// The words of a chosen place, by rules that are loaded when a list opens: the form is usable without them.
import type { OfferedPlace } from "./recent-places.ts";

/** Loads the rules ahead of the choice. */
export async function loadChosenWords(): Promise<void> {
  try {
    await import("./chosen-words.ts");
  } catch {
    // No network: the choice itself tries again.
  }
}

/** What stands in the field once `place` is taken: with the house number that was typed, where it is a street. */
export async function chosenWordsOf(typed: string, place: OfferedPlace): Promise<string> {
  const { words, name, called = name, kind, area } = place;
  if (words !== undefined) return words;
  try {
    const { chosenWords } = await import("./chosen-words.ts");
    return chosenWords(typed, { kind, name: called, area });
  } catch {
    return [called, area].filter(Boolean).join(", ");
  }
}
