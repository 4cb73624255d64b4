// Whose fault it is that nobody was driven, and what came of it; pages in the browser name both.

/** Who was at fault. */
export const FAULTS = ["customer", "company", "nobody"] as const;

/** One of them. */
export type Fault = typeof FAULTS[number];

/** What came of it. */
export const FEE_KINDS = ["cancel", "no-show"] as const;

/** One of them. */
export type FeeKind = typeof FEE_KINDS[number];
