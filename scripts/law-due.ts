// Says which dated figures of the law have to be seen to; a warning, so that a date alone never stops a release.
import { isReviewDue, reviewDay } from "../lib/compliance/dpia-due.ts";
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

/** Where the impact assessment of places stands. */
const ASSESSMENT = "docs/dpia-location.md";

/** The line for a local date when the assessment has to be looked at again. */
export function reviewWarnings(assessment: string, today: string): string[] {
  if (!isReviewDue(assessment, today)) return [];
  return [`warning: ${ASSESSMENT} was to be reviewed by ${reviewDay(assessment) ?? "no day"}`];
}

/** Tells them for today. */
export function warnOfLaw(now: Temporal.Instant = Temporal.Now.instant()): void {
  const assessment = Deno.readTextFileSync(new URL(`../${ASSESSMENT}`, import.meta.url));
  const today = localDate(now);
  for (const line of [...lawWarnings(today), ...reviewWarnings(assessment, today)]) {
    console.warn(line);
  }
}
