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
];
