// What a cache in front has to throw away, and when it is asked. It follows from what is true now and what the cache was
// last told, so that nothing has to be remembered of what changed: a process that dies in between tells it all again.
import { SURROGATE_KEYS, type SurrogateKey } from "./surrogate-key.ts";

/** What public answers follow from. */
export interface PublicState {
  /** The edition of tariffs and fleet, and of loads: it is raised in the commit of every change of theirs. */
  edition: number;
  /** Names the places that are found: a single one changes without an edition. */
  places: string;
  /** Today's date in Sweden: what begins on a day begins without a commit. */
  day: string;
}

/** How often it is looked whether something changed, in milliseconds: one small read, and only with a cache in front. */
export const LOOK_EVERY_MS = 300;
/**
 * When it is asked for the same once more, in milliseconds. An answer that was on its way while the first was carried out
 * comes into the cache after it, and another process reads new tariffs within two seconds (lib/pricing/work.ts).
 */
export const ONCE_MORE_AFTER_MS = 5_000;
/** The first wait after one that failed, and the longest, in milliseconds. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** What is wrong in a cache that was told `told`; null for a process that has told it nothing. */
export function goneKeys(told: PublicState | null, is: PublicState): SurrogateKey[] {
  if (told === null) return [SURROGATE_KEYS.release];
  const isEdited = told.edition !== is.edition;
  return [
    ...isEdited ? [SURROGATE_KEYS.tariff] : [],
    ...isEdited || told.places !== is.places ? [SURROGATE_KEYS.places] : [],
    ...told.day === is.day ? [] : [SURROGATE_KEYS.day],
  ];
}

/** How long to wait after so many failures in a row, in milliseconds. */
export function waitAfterMs(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}
