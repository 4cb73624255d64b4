// Makes the figures of a fiscal year from its bookings, before the first of them goes.
import type { BookingStore } from "../booking/booking-store.ts";
import { type DayPosition, dayPosition } from "../booking/booking-store.ts";
import type { FiscalYearEnd } from "../kernel/bookkeeping-time.ts";
import { fiscalYearOf } from "../kernel/bookkeeping-time.ts";
import { nextDate } from "../kernel/local-date.ts";
import { dateOf } from "../kernel/wall-time.ts";
import type { LimitStore } from "../privacy/limit-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import {
  countRide,
  type RideGroup,
  type RideStatistics,
  safeGroups,
} from "./ride-statistics-rules.ts";

/** Rides read at once. */
const RIDES_PER_READ = 500;

/** The figures of the year that ends on that date; null when they are made already. */
export async function makeStatistics(
  { bookings, retentionStore, limits, fiscalYearEnd }: {
    bookings: BookingStore;
    retentionStore: RetentionStore;
    limits: Pick<LimitStore, "ridesOutOf">;
    fiscalYearEnd: FiscalYearEnd;
  },
  year: string,
  now: Temporal.Instant,
): Promise<RideStatistics | null> {
  if (await retentionStore.hasStatistics(year)) return null;
  const { ids: leftOut } = await limits.ridesOutOf("statistics");
  const groups = new Map<string, RideGroup>();
  const end = nextDate(year, 1);
  let after: DayPosition | null = null;
  while (true) {
    const rides = await bookings.listBefore(end, RIDES_PER_READ, after);
    for (const ride of rides) {
      if (leftOut.has(ride.id)) continue;
      if (fiscalYearOf(dateOf(ride.wallTime), fiscalYearEnd) === year) countRide(groups, ride);
    }
    const last = rides.at(-1);
    if (last === undefined || rides.length < RIDES_PER_READ) break;
    after = dayPosition(last);
  }
  return { year, ...safeGroups([...groups.values()]), madeAt: now.toString() };
}
