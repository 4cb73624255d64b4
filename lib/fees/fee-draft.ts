// A fee matrix in the making, for the day from which it is to hold.
import type { FeeMatrix } from "./fee-matrix.ts";

/** A draft; there is one for a day. What was done to it, and by whom, the audit log says. */
export interface FeeDraft {
  /** The local date from which bookings will be made under it. */
  bookedFrom: string;
  /** One higher with every change. */
  revision: number;
  matrix: FeeMatrix;
  /** Ids of everyone who began or edited it: nobody approves what they wrote themselves. */
  authors: string[];
}

/** Most drafts that are listed; each is for a day of its own. */
export const MAX_FEE_DRAFTS = 50;

/** Why nothing was done. */
export type FeeRefusal =
  /** There is no draft for that day, or no edition to withdraw. */
  | "nothing-there"
  /** Somebody else changed it since it was shown. */
  | "changed"
  /** Who approves has written part of it. */
  | "author"
  /** The day is not after today: what was promised today stays. */
  | "day-gone"
  /** That day has a draft or an edition. */
  | "day-taken";
