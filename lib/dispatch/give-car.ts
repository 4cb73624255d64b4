// Use cases: a trip gets a car with its driver, or moves to another one. What law or physics forbid is refused; what a
// person may judge needs their reason, which stays in the history.
import type { Actor, Booking, BookingId } from "../booking/booking.ts";
import type { Override } from "../booking/booking-command.ts";
import { bookingCan } from "../booking/booking-rules.ts";
import { assertVersion } from "../booking/booking-version.ts";
import { type ChangeBookingDeps, planCommand } from "../booking/change-booking.ts";
import type { PlannedChange } from "../booking/change-stored-booking.ts";
import { type ActDeps, commitBookingAct } from "../booking/commit-act.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { addExpiry } from "../booking/work.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { type Driver, type DriverId, isInService, type VehicleId } from "../fleet/vehicle.ts";
import { dateOf } from "../kernel/wall-time.ts";
import type { Transaction } from "../kv/transaction.ts";
import { carFaults } from "./candidate-rules.ts";
import { driverOf } from "./find-candidates.ts";

/** What giving a car needs. */
export type GiveCarDeps = ChangeBookingDeps & ActDeps & {
  fleet: Pick<FleetStore, "driver" | "vehicle" | "drivers" | "guard">;
};

/** Who gives it, to what, as they saw it. */
export interface GiveCarInput {
  bookingId: BookingId;
  expectedVersion: number;
  /** Why what speaks against the car does not count, or null. */
  overrideReason: string | null;
  actor: Actor;
  idempotencyKey: string | null;
}

/**
 * Gives a trip the driver and their car. Throws DomainError: booking-not-found, booking-state, booking-changed,
 * driver-not-found, vehicle-not-found, vehicle-not-free, idempotency-key-reused, and car-unfit with what speaks against
 * it and whether a reason would do.
 */
export async function assignTrip(
  deps: GiveCarDeps,
  input: GiveCarInput & { driverId: DriverId },
): Promise<OperatorAct> {
  const { bookingId, driverId, actor, expectedVersion, overrideReason, idempotencyKey } = input;
  const asked = { bookingId, driverId, expectedVersion, overrideReason };
  const wish = { kind: "assign" as const, actor, idempotencyKey, asked };
  return await commitBookingAct(deps, wish, bookingId, async (booking, tx) => {
    // First of all: what is read of the fleet from here on is what the commit stands on.
    await deps.fleet.guard(tx);
    const driver = await deps.fleet.driver(driverId);
    const { vehicleId } = driver;
    await assertOpen(deps, booking, "assign", expectedVersion);
    const override = await fit(deps, tx, booking, { driver, vehicleId, overrideReason });
    const command = { type: "assign" as const, driverId, vehicleId, override };
    return await planCommand(deps, { actor, expectedVersion, command }, booking, tx);
  });
}

/**
 * Moves a trip to another car in one commit: the one is free, the other taken. A trip with a driver gets that car's
 * driver, or none when it has none; one without stays without. Throws as `assignTrip` does, and nothing-changed.
 */
export async function moveTrip(
  deps: GiveCarDeps,
  input: GiveCarInput & { vehicleId: VehicleId },
): Promise<OperatorAct> {
  const { bookingId, vehicleId, actor, expectedVersion, overrideReason, idempotencyKey } = input;
  const asked = { bookingId, vehicleId, expectedVersion, overrideReason };
  const wish = { kind: "move" as const, actor, idempotencyKey, asked };
  return await commitBookingAct(deps, wish, bookingId, async (booking, tx) => {
    await deps.fleet.guard(tx);
    await assertOpen(deps, booking, "move", expectedVersion);
    if (booking.reservation.vehicleId === vehicleId) throw new DomainError("nothing-changed");
    const date = dateOf(booking.trip.pickup.wallTime);
    const drivers = await deps.fleet.drivers();
    const driver = driverOf(drivers.filter((one) => isInService(one, date)), vehicleId);
    const override = await fit(deps, tx, booking, { driver, vehicleId, overrideReason });
    return planMove(deps, tx, booking, { vehicleId, driver, override, actor });
  });
}

/** Who comes too late is told that before anything about the car. */
async function assertOpen(
  { bookings }: GiveCarDeps,
  booking: Booking,
  action: "assign" | "move",
  expectedVersion: number,
): Promise<void> {
  await assertVersion(bookings, booking, expectedVersion);
  const { status } = booking;
  if (!bookingCan(action, status)) throw new DomainError("booking-state", { action, status });
}

function planMove(
  deps: GiveCarDeps,
  tx: Transaction,
  booking: Booking,
  { vehicleId, driver, override, actor }: {
    vehicleId: VehicleId;
    driver: Driver | null;
    override: Override | null;
    actor: Actor;
  },
): PlannedChange {
  const reservation = { ...booking.reservation, vehicleId };
  const driverId = booking.status === "confirmed" ? null : driver?.id ?? null;
  if (driverId === null) addExpiry(deps.jobs, tx, booking);
  return {
    command: { type: "move", driverId, reservation, override },
    meta: { at: deps.clock.now().toString(), actor },
    edit: { bookingId: booking.id, release: booking.reservation, reserve: reservation },
  };
}

/**
 * What was overridden, or null when nothing speaks against the car. The commit checks that the car has not been taken
 * out of traffic or out of service meanwhile. Throws DomainError("car-unfit").
 */
async function fit(
  deps: GiveCarDeps,
  tx: Transaction,
  { trip, reservation, payment }: Booking,
  { driver, vehicleId, overrideReason }: {
    driver: Driver | null;
    vehicleId: VehicleId;
    overrideReason: string | null;
  },
): Promise<Override | null> {
  const vehicle = await deps.fleet.vehicle(vehicleId);
  const guard = await deps.schedules.outages.guard(vehicleId, reservation);
  guard?.(tx);
  const faults = carFaults({ trip, payment }, {
    ...{ vehicle, driver, isOut: guard === null, isOccupied: false },
    isInService: isInService(vehicle, dateOf(trip.pickup.wallTime)),
  });
  if (faults.length === 0) return null;
  const canOverride = faults.every((fault) => fault.canOverride);
  if (!canOverride || overrideReason === null) {
    throw new DomainError("car-unfit", { faults, canOverride });
  }
  return { refusals: faults.map(({ code }) => code), reason: overrideReason };
}
