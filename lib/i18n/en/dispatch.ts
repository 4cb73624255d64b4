// English: why a car would drive a trip, and what speaks against it.
import type { dispatchSv } from "../sv/dispatch.ts";

/** English. */
export const dispatchEn: typeof dispatchSv = {
  reasons: {
    reserved: "reserved",
    idle: "free",
    follows: (reference, minutes) => `done with ${reference} ${minutes} min before`,
    "free-until": (time) => `free until ${time}`,
    "free-all-day": "free for the rest of the day",
    "higher-class": "larger or finer than ordered",
  },
  empty: (distance) => `${distance} empty`,
  faults: {
    "too-many-passengers": (seats) => `has only ${seats} seats`,
    "no-wheelchair-place": (places) =>
      places === 0 ? "takes no wheelchair" : `takes only ${places} wheelchairs`,
    "not-in-service": "not in service that day",
    "out-of-traffic": "out of traffic",
    occupied: "drives another trip then",
    "no-driver": "has no driver",
    "takes-no-money": "has no taximeter and may not take payment: this ride is paid in the car",
    "too-many-bags": (bags) => `has room for only ${bags} bags`,
    "lower-class": "another kind than the customer ordered",
    "kept-for-wheelchairs": "kept for wheelchairs",
    "too-far": (minutes) => `cannot make it, ${minutes} min late`,
  },
};
