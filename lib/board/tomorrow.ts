// What the next day lacks, said while there is still time to do something about it.
import { nextDate } from "../kernel/local-date.ts";
import type { DayBook } from "./day-book.ts";

/** Trips of a day that nobody drives yet. */
export interface TomorrowLacks {
  /** Local date. */
  date: string;
  unassigned: number;
  /** Local time of the first of them, "" when there is none. */
  first: string;
}

/** What the day after `today` lacks. */
export async function tomorrowLacks(
  { days }: { days: Pick<DayBook, "read"> },
  today: string,
): Promise<TomorrowLacks> {
  const date = nextDate(today, 1);
  const { day } = await days.read(date);
  const first = day.rows.find(({ status }) => status === "confirmed");
  return { date, unassigned: day.figures.withoutDriver, first: first?.wallTime ?? "" };
}
