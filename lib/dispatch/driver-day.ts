// What a driver sees of a day: their own jobs, and of each no more than driving it needs. No address of a customer, no
// price before anybody's cut, no other driver.
import type { Booking } from "../booking/booking.ts";
import { assignedDriver } from "../booking/booking-facts.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { hiddenBy, type SeenBooking, seenByDriver } from "../booking/seen-booking.ts";
import type { Clock } from "../kernel/clock.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { type DriverId, driverId } from "../fleet/vehicle.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import type { Stop } from "../places/place.ts";
import type { Extras } from "../trip/trip.ts";

/** One job. */
export interface DriverJob {
  reference: string;
  /** True when the customer's identity is protected: places are "" but around the pickup, and the rest always. */
  veiled: boolean;
  /** True when the ride is over and its customer has their data restricted. */
  restricted: boolean;
  status: Booking["status"];
  wallTime: string;
  from: Stop;
  to: Stop;
  passengers: number;
  bags: number;
  wheelchairs: number;
  extras: Extras;
  flightNumber: string;
  note: string;
  customer: string;
  phone: string;
  /** What the customer was promised to pay, in öre. */
  fareOre: number;
  /** A driver takes money for those alone that are paid in the car. */
  payment: PaymentMethod;
  vehicle: string;
}

/** A driver's day. */
export interface DriverDay {
  name: string;
  /** Who holds the permit they drive under; "" when the fleet does not know. */
  permitHolder: string;
  vehicle: string;
  date: string;
  jobs: DriverJob[];
}

/** What reading needs. */
export interface DriverDayDeps {
  bookings: Pick<BookingStore, "idsOfDriver" | "listDay" | "getAll">;
  fleet: Pick<FleetStore, "all">;
  clock: Clock;
}

/** The day of a driver, or null when the fleet has no such driver any more. */
export async function driverDay(
  deps: DriverDayDeps,
  id: string,
  date: string,
): Promise<DriverDay | null> {
  const [fleet, own] = await Promise.all([deps.fleet.all(), idsOf(deps, driverId(id), date)]);
  const driver = fleet.drivers.find((one) => one.id === driverId(id));
  if (driver === undefined) return null;
  const nowMs = deps.clock.now().epochMilliseconds;
  const nameOf = (vehicleId: string) =>
    fleet.vehicles.find((vehicle) => vehicle.id === vehicleId)?.name ?? "";
  const holderId = fleet.vehicles.find((vehicle) => vehicle.id === driver.vehicleId)?.holderId;
  const bookings = (await deps.bookings.getAll(own)).flatMap((one) => one === null ? [] : [one])
    // The index may be a moment behind the booking.
    .filter((booking) => assignedDriver(booking) === driver.id);
  return {
    name: driver.name,
    permitHolder: fleet.holders.find((holder) => holder.id === holderId)?.name ?? "",
    vehicle: nameOf(driver.vehicleId),
    date,
    jobs: bookings.map((booking) =>
      jobOf(seenByDriver(booking, nowMs), nameOf(booking.reservation.vehicleId))
    ),
  };
}

/** A database of an earlier release has their rides among all of the day until a walk is over. */
async function idsOf({ bookings }: DriverDayDeps, driver: DriverId, date: string) {
  const known = await bookings.idsOfDriver(driver, date);
  if (known !== null) return known;
  return (await bookings.listDay(date)).flatMap((row) => row.driverId === driver ? [row.id] : []);
}

function jobOf(booking: SeenBooking, vehicle: string): DriverJob {
  const { reference, status, trip, payment, contact, flightNumber, note } = booking;
  const { from, to, passengers, bags, wheelchairs, extras } = trip;
  return {
    ...{ ...hiddenBy(booking), reference, status, wallTime: trip.pickup.wallTime, from, to },
    ...{ passengers, bags, wheelchairs, extras, flightNumber, note },
    ...{ customer: contact.name, phone: contact.phone, fareOre: trip.totalOre, vehicle },
    payment: payment.method,
  };
}
