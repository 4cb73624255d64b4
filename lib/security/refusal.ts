// That a limit has refused somebody, as a decision of its own: which rule, which of its versions, what was counted, and for whom.
// Whom it is about is named by a keyed mark alone.
import { instant, number, record, text, word } from "../kernel/shape.ts";

/** The limits that decide about somebody, each with where its rule stands. */
export const REFUSAL_RULES = {
  /** How many bookings that have not begun one number or person may hold. */
  "held-bookings": "lib/booking/held-bookings.ts",
  /** How fast one network may book. */
  "booking-pace": "lib/booking/held-bookings.ts",
  /** How fast one person or network may ask. */
  "call-pace": "lib/http/call-classes.ts",
} as const;

/** One of them. */
export type RefusalRule = keyof typeof REFUSAL_RULES;

/** All of them, in the order they are listed. */
export const REFUSAL_KINDS: readonly RefusalRule[] = [
  "held-bookings",
  "booking-pace",
  "call-pace",
];

/** How long a row is kept: half a year, as the proofs of prices are. */
export const REFUSAL_KEPT_DAYS = 183;

/** Whom a limit counts. */
export interface Counted {
  kind: "phone" | "person" | "network";
  at: string;
}

/** What is known of a refusal where it happens. */
export interface RefusalFacts {
  rule: RefusalRule;
  /** The numbers that held: `10 bookings`, `book 30/3000 ms`. They cannot change and keep their version. */
  version: string;
  /** What was counted, and the most there may be of it. */
  counted: number;
  most: number;
}

/** The first refusal of a day. */
export interface Refusal extends RefusalFacts {
  /** An instant. */
  at: string;
}

/** Its shape as it is stored. */
export const refusalShape = record<Refusal>({
  at: instant,
  rule: word(REFUSAL_KINDS),
  ...{ version: text, counted: number, most: number },
});
