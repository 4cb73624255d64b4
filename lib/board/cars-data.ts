// Gathers what the page of cars shows: the fleet, its reservations and the bookings behind them.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { reservationsAround } from "../fleet/vehicle-reservations.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { nextDate } from "../kernel/local-date.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Feed } from "../kv/feed.ts";
import type { Database } from "../kv/open.ts";
import { type CarDay, carDay } from "./car-day.ts";
import type { CarsQuery } from "./cars-query.ts";
import type { DeadJobCount } from "./dead-jobs.ts";

/** What reading the cars needs. */
export interface CarsDeps {
  db: Pick<Database, "read">;
  clock: Clock;
  randomBytes: RandomBytes;
  bookings: Pick<BookingStore, "listDay">;
  feed: Pick<Feed, "head">;
  fleet: Pick<FleetStore, "vehicles" | "drivers">;
  schedules: Pick<VehicleSchedules, "outages">;
}

/** What the page is drawn from. */
export interface CarsData {
  day: CarDay;
  query: CarsQuery;
  /** Feed cursor from before the day was read: what came after it may be missing. */
  cursor: string;
  formToken: string;
  deadJobs: DeadJobCount;
}

/** Everything the page shows for `query`. */
export async function loadCars(
  deps: CarsDeps,
  operator: OperatorSession,
  query: CarsQuery,
): Promise<CarsData> {
  const cursor = await deps.feed.head();
  const [day, formToken, deadJobs] = await Promise.all([
    loadCarDay(deps, query.date),
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  return { day, query, cursor, formToken, deadJobs };
}

/** A day of the fleet; trips of the evening before are looked at for those that last over midnight. */
export async function loadCarDay(deps: CarsDeps, date: string): Promise<CarDay> {
  const [startMs, endMs] = [midnightMs(date), midnightMs(nextDate(date, 1))];
  const [before, today, vehicles, drivers, spans, outages] = await Promise.all([
    deps.bookings.listDay(nextDate(date, -1)),
    deps.bookings.listDay(date),
    deps.fleet.vehicles(),
    deps.fleet.drivers(),
    reservationsAround(deps.db, { startMs, endMs }),
    deps.schedules.outages.all(),
  ]);
  return carDay({
    ...{ date, startMs, endMs, vehicles, drivers },
    nowMs: deps.clock.now().epochMilliseconds,
    bookings: [...before, ...today],
    spans: spans.values(),
    outages: new Map(outages.map((one) => [one.vehicleId, one.outages])),
  });
}

function midnightMs(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(HOME_ZONE).epochMilliseconds;
}
