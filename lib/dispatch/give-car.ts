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
import type { Driver, DriverId, VehicleId } from "../fleet/vehicle.ts";
import type { Transaction } from "../kv/transaction.ts";
import { carFaults } from "./candidate-rules.ts";
import { driverOf } from "./find-candidates.ts";

/** What giving a car needs. */
export type GiveCarDeps = ChangeBookingDeps & ActDeps & {
  fleet: Pick<FleetStore, "driver" | "vehicle" | "drivers">;
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
  const driver = await deps.fleet.driver(driverId);
  return await commitBookingAct(deps, wish, bookingId, async (booking, tx) => {
    const { vehicleId } = driver;
    const assign = { type: "assign" as const, driverId, vehicleId };
    const seen = { actor, expectedVersion };
    // Who comes too late is told that first.
    await planCommand(deps, { ...seen, command: assign }, booking, tx);
    const override = await fit(deps, tx, booking, { driver, vehicleId, overrideReason });
    return await planCommand(deps, { ...seen, command: { ...assign, override } }, booking, tx);
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
    await assertVersion(deps.bookings, booking, expectedVersion);
    const { status, reservation: former } = booking;
    if (!bookingCan("move", status)) {
      throw new DomainError("booking-state", { action: "move", status });
    }
    if (former.vehicleId === vehicleId) throw new DomainError("nothing-changed");
    const driver = driverOf(await deps.fleet.drivers(), vehicleId);
    const override = await fit(deps, tx, booking, { driver, vehicleId, overrideReason });
    return planMove(deps, tx, booking, { vehicleId, driver, override, actor });
  });
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
 * out of traffic meanwhile. Throws DomainError("car-unfit").
 */
async function fit(
  deps: GiveCarDeps,
  tx: Transaction,
  { trip, reservation }: Booking,
  { driver, vehicleId, overrideReason }: {
    driver: Driver | null;
    vehicleId: VehicleId;
    overrideReason: string | null;
  },
): Promise<Override | null> {
  const vehicle = await deps.fleet.vehicle(vehicleId);
  const guard = await deps.schedules.outages.guard(vehicleId, reservation);
  guard?.(tx);
  const faults = carFaults(trip, { vehicle, driver, isOut: guard === null, isOccupied: false });
  if (faults.length === 0) return null;
  const canOverride = faults.every((fault) => fault.canOverride);
  if (!canOverride || overrideReason === null) {
    throw new DomainError("car-unfit", { faults, canOverride });
  }
  return { refusals: faults.map(({ code }) => code), reason: overrideReason };
}
