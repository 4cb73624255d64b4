// A booking that must stay although its time is over: for a claim, a dispute, a question of an authority.

/** Longest reason, in characters. */
export const MAX_HOLD_REASON = 200;
/** Most bookings held at once: each run reads them all. */
export const MAX_HOLDS = 1_000;

/** A hold. */
export interface LegalHold {
  bookingId: string;
  /** Why, in words of whoever put it there; nothing about the customer belongs in it. */
  reason: string;
  /** Who put it there. */
  by: string;
  at: string;
}
