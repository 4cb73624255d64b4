// Whether the impact assessment of places has to be looked at again. Pure.
import { isLocalDate } from "../kernel/local-date.ts";

/** The day by which a document says that it is reviewed again, or null when it says none. */
export function reviewDay(document: string): string | null {
  const day = /^Reviewed: \d{4}-\d{2}-\d{2}\. Review again by: (\d{4}-\d{2}-\d{2})\.$/m
    .exec(document)?.[1];
  return day !== undefined && isLocalDate(day) ? day : null;
}

/** True once that day has passed, or when there is none. */
export function isReviewDue(document: string, today: string): boolean {
  const day = reviewDay(document);
  return day === null || today > day;
}
