// A vehicle for a trip in the commit that books or moves it, or the later times at which there is one.
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { localDate } from "../kernel/wall-time.ts";
import { isPaidInCar, type PaymentMethod } from "../payments/payment-method.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { BookingId, Reservation } from "./booking.ts";
import { laterTimes } from "./later-times.ts";

/** What reserving needs. */
export interface ReserveDeps {
  fleet: Pick<FleetStore, "vehiclesOfClass" | "guard">;
  schedules: VehicleSchedules;
}

/** What a vehicle is reserved for. */
export interface ReserveInput {
  bookingId: BookingId;
  vehicleClass: VehicleClass;
  /** The pickup, an ISO instant. */
  pickup: string;
  durationSeconds: number;
  /** How the ride is paid: not every vehicle may take money. */
  method: PaymentMethod;
  /** The reservation a move gives back. */
  former?: Reservation;
}

/**
 * Adds to `tx` the reservation of a free vehicle of the class. Throws DomainError: busy, and no-vehicle-free with
 * up to three later instants.
 */
export async function reserveVehicle(
  { fleet, schedules }: ReserveDeps,
  tx: Transaction,
  { bookingId, vehicleClass, pickup, durationSeconds, method, former }: ReserveInput,
): Promise<Reservation> {
  const date = localDate(Temporal.Instant.from(pickup));
  // Before the fleet is read: a vehicle that is taken out of service meanwhile is not reserved.
  await fleet.guard(tx);
  const candidates = await fleet.vehiclesOfClass(vehicleClass, date, isPaidInCar(method));
  const pickupMs = Date.parse(pickup);
  const time = reservedTime(pickupMs, durationSeconds);
  const reserved = await schedules.reserveFirstFree(candidates, time, bookingId, former);
  if (reserved === null) {
    const freed = former && { bookingId, ...former };
    const alternatives = await laterTimes(schedules, candidates, pickupMs, durationSeconds, {
      freed,
    });
    throw new DomainError("no-vehicle-free", { vehicleClass, alternatives });
  }
  reserved.change.addTo(tx);
  return { vehicleId: reserved.vehicleId, ...time };
}
