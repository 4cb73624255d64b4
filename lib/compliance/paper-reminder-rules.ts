// Which papers of drivers somebody is reminded of on a day: each once for each of the days before its end. Pure.
import type { CheckKind } from "../fleet/driver-check.ts";
import type { DriverPapers } from "../fleet/driver-papers.ts";
import type { DriverId } from "../fleet/vehicle.ts";

/** Most days before its end that a paper is reminded of. */
export const MOST_REMINDER_DAYS = 90;

/** What was told of a paper: of which of its ends, and for which of the days before it last. */
export interface PaperReminder {
  /** A date in Sweden. */
  goodUntil: string;
  days: number;
}

/** A paper to remind of. */
export interface DuePaper extends PaperReminder {
  driver: DriverPapers["driver"];
  kind: CheckKind;
  /** Days that are left; 0 on the last. */
  left: number;
}

/** Names a paper. */
export function paperName(driver: DriverId, kind: CheckKind): string {
  return `${driver} ${kind}`;
}

/**
 * The papers that have come to one of the days before their end and were not told of for it. What was missed is told once,
 * for the last of the days that have come; what is over stands on the list, and is not told again.
 */
export function papersToRemind(
  drivers: readonly DriverPapers[],
  told: ReadonlyMap<string, PaperReminder>,
  { today, daysBefore }: { today: string; daysBefore: readonly number[] },
): DuePaper[] {
  return drivers.flatMap(({ driver, papers }) =>
    papers.flatMap(({ kind, goodUntil }) => {
      if (goodUntil === null) return [];
      const left = Temporal.PlainDate.from(today).until(goodUntil, { largestUnit: "day" }).days;
      const come = daysBefore.filter((days) => left <= days);
      if (left < 0 || come.length === 0) return [];
      const days = Math.min(...come);
      const before = told.get(paperName(driver.id, kind));
      const isTold = before?.goodUntil === goodUntil && before.days <= days;
      return isTold ? [] : [{ driver, kind, goodUntil, days, left }];
    })
  );
}
