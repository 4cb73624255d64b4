// Asks the server for places while somebody types: waits for a pause, drops answers that come too late,
// remembers the last questions, and says so when there is no network.
import { placesPath } from "../../kernel/trip-paths.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Suggestion, Suggestions } from "../../places/suggest-places.ts";

/** What came of a question. `stale` means a newer one was asked meanwhile: show nothing. */
export type SuggestionAnswer =
  | { kind: "places"; places: readonly Suggestion[] }
  | { kind: "abroad" }
  | { kind: "offline" }
  | { kind: "stale" };

/** Shortest text worth asking about. */
export const MIN_QUERY_LENGTH = 2;

/** Pause after the last key before asking, in ms: shorter asks on every letter of a fast typist. */
const PAUSE_MS = 140;
/** Longest wait for an answer, in ms; later it would replace a list somebody is reading. */
const TIMEOUT_MS = 4_000;
/** Questions remembered, so that deleting a letter answers at once; a handful covers one address. */
const MAX_REMEMBERED = 24;

/** Finds places for typed words, one question at a time. */
export interface PlaceSuggestions {
  ask(words: string): Promise<SuggestionAnswer>;
  /** Forgets the question under way. */
  cancel(): void;
}

/** Makes suggestions in `locale`; `fetchPlaces` is the browser's fetch unless a test gives another. */
export function placeSuggestions(
  locale: Locale,
  fetchPlaces: typeof fetch = (input, init) => fetch(input, init),
): PlaceSuggestions {
  const remembered = new Map<string, Suggestions>();
  let current: AbortController | null = null;

  return {
    cancel: () => current?.abort(),
    async ask(words) {
      current?.abort();
      const question = words.trim().toLowerCase();
      const known = question.length < MIN_QUERY_LENGTH ? NOTHING : remembered.get(question);
      if (known !== undefined) return answerOf(known);
      const asking = current = new AbortController();
      await pause(PAUSE_MS);
      if (asking.signal.aborted) return { kind: "stale" };
      try {
        const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(TIMEOUT_MS)]);
        const response = await fetchPlaces(placesPath({ q: question, locale }), { signal });
        if (!response.ok) return { kind: "offline" };
        const found = await response.json() as Suggestions;
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        remembered.set(question, found);
        return asking.signal.aborted ? { kind: "stale" } : answerOf(found);
      } catch {
        return asking.signal.aborted ? { kind: "stale" } : { kind: "offline" };
      }
    },
  };
}

const NOTHING: Suggestions = { places: [], isAbroad: false };

function answerOf({ places, isAbroad }: Suggestions): SuggestionAnswer {
  return isAbroad ? { kind: "abroad" } : { kind: "places", places };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
