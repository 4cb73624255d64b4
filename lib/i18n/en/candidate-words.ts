// English: the cars that are offered for a trip.
import type { candidateWordsSv } from "../sv/candidate-words.ts";

/** Words of the list in the pane. */
export const candidateWordsEn: typeof candidateWordsSv = {
  best: "Best",
  found: (count) => count === 1 ? "1 car fits." : `${count} cars are suggested.`,
  none: "No car fits right now. What is in the way is said below.",
  failed: "The cars could not be read. Choose a driver from the list.",
  give: "Assign",
  unfit: (count) => `Not fit (${count})`,
  override: "Assign all the same, with a reason",
  giveAnyway: (car) => `Assign ${car} all the same`,
  byHand: "Or choose a driver",
};
