// English: the last act of an operator, and taking it back.
import type { lastActSv, undoProblemsSv } from "../sv/last-act.ts";

/** Words of the bar at the foot of the board. */
export const lastActEn: typeof lastActSv = {
  did: {
    assign: "Assigned.",
    unassign: "The driver is taken off.",
    move: "Another car has the trip.",
    depart: "The driver is on the way.",
    arrive: "The driver is there.",
    board: "The customer is on board.",
    complete: "The trip is done.",
    "mark-no-show": "The customer did not come.",
    cancel: "Cancelled.",
    change: "Changed.",
    split: "Split between two cars.",
    duplicate: "Booked once more.",
    return: "The way back is booked.",
    revive: "Brought back.",
    "out-of-traffic": "The car is out of traffic.",
    "back-in-traffic": "The car is in traffic again.",
  },
  gets: (car, seconds) => `${car} gets the trip in ${seconds} s.`,
  manyAssigned: (count) => `${count} trips assigned.`,
  manyGet: (seconds) => `The cars get them in ${seconds} s.`,
  manyUndone: (count) => `Undone. The ${count} trips are as they were.`,
  someUndone: (undone, all) => `${undone} of ${all} undone.`,
  canUntil: (time) => `Can be undone until ${time}.`,
  canUndo: "Can be undone for ten seconds with Z.",
  undo: "Undo",
  undoing: "Undoing …",
  left: (seconds) => `(${seconds} s)`,
  undone: "Undone. Everything is as it was.",
  close: "Close",
};

/** Why undoing was refused. */
export const undoProblemsEn: typeof undoProblemsSv = {
  "undo-too-late": "Too late to undo: the time is over. What was done stands.",
  "undo-overtaken":
    "It cannot be undone: somebody has changed the same trip since. Open it to see what happened.",
};
