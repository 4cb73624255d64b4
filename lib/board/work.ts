// What boards have to do beside requests: keep the days around now, so that nobody waits while one is read.
import type { Work } from "../kv/work.ts";
import type { DayBook } from "./day-book.ts";

/** How often the days are looked at, in milliseconds. */
const DAYS_ROUND_MS = 60_000;

/** The work of this room. */
export function boardWork({ days }: { days: Pick<DayBook, "renew"> }): Work {
  const round = () => days.renew();
  return { rounds: [{ name: "keeping the days of boards", everyMs: DAYS_ROUND_MS, round }] };
}
