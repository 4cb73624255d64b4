// English: what happens to a booking beside its ride, as its history says it.
import type { actProblemsSv, actWordsSv } from "../sv/act-words.ts";

/** English; texts by type of event. */
export const actWordsEn: typeof actWordsSv = {
  "details-changed": "Phone or message changed",
  changed: "Changed",
  moved: "Moved to another car",
  linked: "Tied to another booking",
  "veil-changed": "The customer's protection changed",
  overrode: "Got the car all the same",
  revived: "Brought back",
  undone: "Undone",
};

/** Why what operators do was refused. */
export const actProblemsEn: typeof actProblemsSv = {
  "booking-changed":
    "Somebody else changed the booking first. What you see below is the latest; try again if it is still needed.",
  "act-unlikely":
    "That is far from the time of the trip. Press once more if it is so all the same; nothing has changed.",
  "car-unfit": "The car does not suit the trip. Choose another driver; nothing has changed.",
  "no-show-too-soon": "The customer has to be given their waiting time first. Nothing has changed.",
};
