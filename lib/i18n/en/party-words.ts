// English: what a party brings, as operators read it.
import type { partyWordsSv } from "../sv/party-words.ts";

/** Counts in a few words. */
export const partyWordsEn: typeof partyWordsSv = {
  bags: (count) => count === 1 ? "1 bag" : `${count} bags`,
  childSeats: (count) => count === 1 ? "1 child seat" : `${count} child seats`,
  pets: (count) => count === 1 ? "1 pet" : `${count} pets`,
  wheelchairs: (count, companions) => `${count} in a wheelchair, ${companions} with them`,
  extraLuggage: (count) => count === 1 ? "1 bulky item" : `${count} bulky items`,
};
