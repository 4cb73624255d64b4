// What the next day lacks, said while there is still time to do something about it.
import type { BookingStore } from "../booking/booking-store.ts";
import { nextDate } from "../kernel/local-date.ts";

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
  { bookings }: { bookings: BookingStore },
  today: string,
): Promise<TomorrowLacks> {
  const date = nextDate(today, 1);
  const lacking = (await bookings.listDay(date)).filter(({ status }) => status === "confirmed");
  return { date, unassigned: lacking.length, first: lacking[0]?.wallTime ?? "" };
}
