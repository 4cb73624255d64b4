// Bookings that stand in the way of a load: their vehicle would not be in service that day, or be of another
// class, or take no money though they are paid in the car, or their driver would have stopped.
import type { BookingId, BookingSummary } from "../booking/booking.ts";
import { isOver } from "../booking/booking-rules.ts";
import { bookingsBetween, MOST_BETWEEN } from "../booking/bookings-between.ts";
import { paidInCar } from "../booking/paid-in-car.ts";
import {
  type Driver,
  type InService,
  isInService,
  mayTakeMoney,
  type Vehicle,
} from "../fleet/vehicle.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { nextDate } from "../kernel/local-date.ts";
import type { Database } from "../kv/open.ts";
import type { Obstacle, Touched } from "./setup-plan.ts";

/** A trip of yesterday may still be going. */
const DAYS_BACK = -1;

/** The bookings that touched rows would leave behind, soonest first. */
export async function findObstacles(
  db: Database,
  { vehicles, drivers }: {
    vehicles: readonly Touched<Vehicle>[];
    drivers: readonly Touched<Driver>[];
  },
  today: string,
): Promise<Obstacle[]> {
  // A new name leaves nobody behind: without these, every booking ahead would be read for it.
  const leaving = {
    vehicles: vehicles.filter((one) =>
      isOfOtherClass(one) || isOtherwiseInService(one) || losesMeter(one)
    ),
    drivers: drivers.filter(isOtherwiseInService),
  };
  if (leaving.vehicles.length + leaving.drivers.length === 0) return [];
  const ahead = await bookingsAhead(db, today);
  const losing = new Set(leaving.vehicles.filter(losesMeter).map(({ row }) => row.id));
  const theirs = ahead.filter(({ vehicleId }) => losing.has(vehicleId));
  const unpayable = await paidInCar(db, theirs.map(({ id }) => id));
  return obstaclesIn(ahead, leaving.vehicles, leaving.drivers, unpayable);
}

/** Of bookings, those that touched rows would leave behind. Pure. */
export function obstaclesIn(
  ahead: readonly BookingSummary[],
  vehicles: readonly Touched<Vehicle>[],
  drivers: readonly Touched<Driver>[],
  /** Bookings whose driver could not be paid any more. */
  unpayable: ReadonlySet<BookingId>,
): Obstacle[] {
  const byVehicle = new Map(vehicles.map((one) => [one.row.id, one]));
  const byDriver = new Map(drivers.map((one) => [one.row.id, one]));
  return ahead.flatMap((booking) => {
    const vehicle = byVehicle.get(booking.vehicleId);
    const driver = booking.driverId === null ? undefined : byDriver.get(booking.driverId);
    return [
      ...(vehicle !== undefined &&
          (isOfOtherClass(vehicle) || leaves(vehicle, booking) || unpayable.has(booking.id))
        ? [obstacle("vehicles", vehicle.row, booking)]
        : []),
      ...(driver !== undefined && leaves(driver, booking)
        ? [obstacle("drivers", driver.row, booking)]
        : []),
    ];
  });
}

function isOfOtherClass({ row, before }: Touched<Vehicle>): boolean {
  return before !== null && before.vehicleClass !== row.vehicleClass;
}

function losesMeter({ row, before }: Touched<Vehicle>): boolean {
  return before !== null && mayTakeMoney(before) && !mayTakeMoney(row);
}

function isOtherwiseInService({ row, before }: Touched<InService>): boolean {
  return before !== null && (before.from !== row.from || before.until !== row.until);
}

/** True when the row is not in service on the day of the booking, and was before. */
function leaves({ row, before }: Touched<InService>, { wallTime }: BookingSummary): boolean {
  const date = dateOf(wallTime);
  return before !== null && isInService(before, date) && !isInService(row, date);
}

function obstacle(
  kind: Obstacle["kind"],
  { id, name }: { id: string; name: string },
  { id: bookingId, reference, wallTime, from, to }: BookingSummary,
): Obstacle {
  return { kind, id, name, bookingId, reference, wallTime, from, to };
}

async function bookingsAhead(db: Database, today: string): Promise<BookingSummary[]> {
  const days = { from: nextDate(today, DAYS_BACK), before: "9999" };
  return (await bookingsBetween(db, days, MOST_BETWEEN)).filter(({ status }) => !isOver(status));
}
