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
  label: "Cars for the trip",
  reading: "Reading the cars …",
  old: "The cars could not be read again: the list may be old.",
  search: "Find a car, plate or driver",
  noMatch: "No car, plate or driver fits what you typed.",
  times: {
    kinds: { own: "this trip", trip: "other trips", out: "out of traffic" },
    own: (time) => `this trip ${time}`,
    trip: (time) => `trip ${time}`,
    out: "out of traffic all the time",
    outFrom: (time) => `out of traffic from ${time}`,
    outUntil: (time) => `out of traffic until ${time}`,
    outIn: (time) => `out of traffic ${time}`,
  },
};
