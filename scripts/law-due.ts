// Says which dated figures of the law have to be seen to; a warning, so that a date alone never stops a release.
import { localDate } from "../lib/kernel/wall-time.ts";
import { thresholdDue } from "../lib/pricing/threshold-due.ts";

/** The lines for a local date, none when all is in order. */
export function lawWarnings(today: string): string[] {
  const due = thresholdDue(today);
  if (due === null) return [];
  const what = due.problem === "missing" ? "is missing" : "is only expected";
  return [
    `warning: the price-quote threshold of ${due.year} ${what} (due ${due.dueOn}): ` +
    "lib/pricing/binding-maximum.ts",
  ];
}

/** Tells them for today. */
export function warnOfLaw(now: Temporal.Instant = Temporal.Now.instant()): void {
  for (const line of lawWarnings(localDate(now))) console.warn(line);
}
