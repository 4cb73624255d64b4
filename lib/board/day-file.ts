// A whole day for a file or for paper: all its bookings, whatever part of it a board shows.
import type { BookingSummary } from "../booking/booking.ts";
import { type BoardDeps, fleetNames } from "./board-data.ts";
import type { FleetNames } from "./day.ts";

/** A whole day as it was read. */
export interface DayFile {
  /** Local date. */
  date: string;
  bookings: readonly BookingSummary[];
  fleet: FleetNames;
  /** The server's clock when the day was read, epoch milliseconds. */
  nowMs: number;
}

/** Reads the day. */
export async function loadDayFile(deps: BoardDeps, date: string): Promise<DayFile> {
  const [bookings, fleet] = await Promise.all([deps.bookings.listDay(date), fleetNames(deps)]);
  return { date, bookings, fleet, nowMs: deps.clock.now().epochMilliseconds };
}
