// What a look at the audit log found, in a sentence: on the report's page and in its mail.
import type { LogCheck } from "./compliance-report.ts";

/** The sentences. */
export interface CheckSentences {
  good: (from: number, size: number) => string;
  bad: (index: number) => string;
  unsigned: string;
}

/** The one that fits. */
export function checkWords(
  { check: words }: { check: CheckSentences },
  { isSigned, firstBad, from, size }: LogCheck,
): string {
  if (!isSigned) return words.unsigned;
  return firstBad === null ? words.good(from, size) : words.bad(firstBad);
}
