// Mutants that no test can see, because they change nothing anybody could notice. Each has the reason.

/** A mutant that is the same program by another text. */
export interface Equivalent {
  /** As the report prints it; line and column may drift, the hash may not. */
  id: string;
  reason: string;
}

/** The list; a row that no longer fits any mutant is reported. */
export const EQUIVALENTS: readonly Equivalent[] = [];
