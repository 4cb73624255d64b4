// Keeps what a geocoder answered: a customer who changes a form asks for the same address again and again.
import { createHash } from "node:crypto";
import type { Cache } from "../../cache/cache.ts";
import { CacheCategory } from "../../cache/category.ts";
import { foldWords } from "../fold.ts";
import type { FoundAddress } from "./found-address.ts";
import type { AddressQuestion, AskAddresses } from "./geocoder.ts";

/**
 * The question with a memory, by words as they compare ("Vasagatan 11" is "vasagatan  11") and by metre. Where the service
 * fails or is left alone, what it said before, at most a week old. `service` names who is asked.
 */
export function keptAddresses(
  ask: AskAddresses,
  { cache, service }: { cache: Pick<Cache, "get">; service: string },
): AskAddresses {
  return async (question) => {
    const key = { category: CacheCategory.GEOCODE, id: idOf(service, question) };
    try {
      return await cache.get(key, () => found(ask, question)) ?? [];
    } catch (error) {
      if (error instanceof NotAsked) return undefined;
      throw error;
    }
  };
}

/** Null where nothing was found, which is remembered for less long. */
async function found(
  ask: AskAddresses,
  question: AddressQuestion,
): Promise<readonly FoundAddress[] | null> {
  const answer = await ask(question);
  if (answer === undefined) throw new NotAsked();
  return answer.length === 0 ? null : answer;
}

/** Says to the cache that there is nothing to keep. */
class NotAsked extends Error {
  constructor() {
    super("The geocoder was left alone");
  }
}

/** Hashed, so that what somebody typed stands in no list of keys. */
function idOf(service: string, question: AddressQuestion): string {
  const asked = "words" in question
    ? foldWords(question.words).join(" ")
    : `${question.point.lat.toFixed(5)},${question.point.lng.toFixed(5)}`;
  return createHash("sha256").update(`${service}|${asked}`).digest("base64url");
}
