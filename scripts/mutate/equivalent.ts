// Mutants that no test can see, because they change nothing anybody could notice. Each has the reason.

/** A mutant that is the same program by another text. */
export interface Equivalent {
  /** As the report prints it; line and column may drift, the hash may not. */
  id: string;
  reason: string;
}

/** The list; a row that no longer fits any mutant is reported. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    id: "lib/booking/manage-link.ts:19:7:right-dropped#67aa34d1",
    reason: "Both groups of the pattern match or neither does; each half of the condition says it.",
  },
  {
    id: "lib/booking/manage-link.ts:19:7:left-dropped#98024e5d",
    reason: "Both groups of the pattern match or neither does; each half of the condition says it.",
  },
  {
    id: "lib/pricing/quoted-route.ts:10:29:boundary#38b9bb7a",
    reason: "A line of exactly the limit skips the loop as well and comes back as it was.",
  },
  {
    id: "lib/pricing/swedish-calendar.ts:103:13:boolean#079e104f",
    reason: "No year has so many days off in a row; the line is there for a table gone wrong.",
  },
  {
    id: "lib/accounts/session-cookie.ts:23:43:string-filled#55053ec4",
    reason: "What stands for absent cookies is compared with the names of ours, which it is not.",
  },
  {
    id: "lib/booking/count-events.ts:45:26:boundary#de4fcaeb",
    reason:
      "The cursor is the commit that began the rebuild; it writes the reader's row and no event.",
  },
];
