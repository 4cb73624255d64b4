// How long bookkeeping is kept: through the seventh year after the calendar year in which the fiscal year ended
// (bokföringslagen 1999:1078, 7 kap. 2 §). Pure; local dates as text.

/** The last day of fiscal years, `12-31` where they are calendar years. */
export type FiscalYearEnd = string;

/** Years after the calendar year in which the fiscal year ended. */
export const BOOKKEEPING_YEARS = 7;

/** The last day, `2026-12-31`, of the fiscal year a local date falls into. */
export function fiscalYearOf(date: string, yearEnd: FiscalYearEnd): string {
  const year = Number(date.slice(0, 4));
  return date.slice(5) <= yearEnd ? `${year}-${yearEnd}` : `${year + 1}-${yearEnd}`;
}

/** The first day, local, on which what was booked on a date need not be kept any more. */
export function bookkeepingOverOn(date: string, yearEnd: FiscalYearEnd): string {
  return `${Number(fiscalYearOf(date, yearEnd).slice(0, 4)) + BOOKKEEPING_YEARS + 1}-01-01`;
}

/** The local date so many months before or after another; a day the month does not have is its last. */
export function monthsFrom(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
