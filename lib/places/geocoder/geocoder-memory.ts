// Remembers what a geocoder answered: a customer who changes a form asks for the same address again and again.
import { foldWords } from "../fold.ts";
import type { AddressQuestion, AskAddresses } from "./geocoder.ts";

/** Most answers remembered; at about two kilobytes each, a few megabytes. */
export const MAX_REMEMBERED = 2_000;
/** How long an answer holds: addresses change by the week, a mended one shall be seen the same day. */
export const REMEMBERED_MS = 6 * 60 * 60_000;

/**
 * The question with a memory, by words as they compare ("Vasagatan 11" is "vasagatan  11") and by metre; asked twice
 * at once it is asked once. The least recently used is forgotten first; neither a failure nor a question that was not
 * asked is remembered. `now` in milliseconds that only go forward.
 */
export function rememberAddresses(
  ask: AskAddresses,
  now: () => number,
  max = MAX_REMEMBERED,
): AskAddresses {
  const memory = new Map<string, { answer: ReturnType<AskAddresses>; until: number }>();
  return async (question) => {
    const key = keyOf(question);
    const known = memory.get(key);
    const isFresh = known !== undefined && now() < known.until;
    const kept = isFresh ? known : { answer: ask(question), until: now() + REMEMBERED_MS };
    memory.delete(key);
    memory.set(key, kept);
    const oldest = memory.keys().next().value;
    if (memory.size > max && oldest !== undefined) memory.delete(oldest);
    let isAnswered = false;
    try {
      const answer = await kept.answer;
      isAnswered = answer !== undefined;
      return answer;
    } finally {
      if (!isAnswered && memory.get(key) === kept) memory.delete(key);
    }
  };
}

function keyOf(question: AddressQuestion): string {
  if ("words" in question) return foldWords(question.words).join(" ");
  const { lat, lng } = question.point;
  return `${lat.toFixed(5)},${lng.toFixed(5)}`;
}
