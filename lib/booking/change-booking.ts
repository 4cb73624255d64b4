// Use case: an operator moves a booking along: assigns, departs, boards, completes, marks a no-show.
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { type DriverId, isInService, mayTakeMoney, type VehicleId } from "../fleet/vehicle.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import { isPaidInCar } from "../payments/payment-method.ts";
import type { Actor, Booking, BookingId } from "./booking.ts";
import type { Override } from "./booking-command.ts";
import { bookingCan } from "./booking-rules.ts";
import { assertVersion } from "./booking-version.ts";
import { arrivalOf } from "./lateness-rules.ts";
import { noShowFee, noShowFromMs } from "./cancellation-rules.ts";
import {
  type ChangeDeps,
  changeStoredBooking,
  type PlannedChange,
  releaseOf,
} from "./change-stored-booking.ts";
import { addExpiry } from "./work.ts";

/** What an operator can ask for. */
export type OperatorCommand =
  /** `vehicleId` absent: the vehicle that is already reserved. */
  | {
    type: "assign";
    driverId: DriverId;
    vehicleId?: VehicleId | undefined;
    /** What spoke against the car and why it is given all the same. */
    override?: Override | null;
  }
  | { type: "unassign"; reason: string }
  | { type: "depart" | "arrive" | "board" | "complete" | "mark-no-show" };

/** What changing a booking as an operator needs. */
export interface ChangeBookingDeps extends ChangeDeps {
  clock: Clock;
  fleet: Pick<FleetStore, "driver" | "vehicle">;
  jobs: JobQueue;
}

/** Whom an operator's command is about, and which version of it they saw. */
export interface OperatorCommandInput {
  bookingId: BookingId;
  command: OperatorCommand;
  actor: Actor;
  expectedVersion: number;
}

/**
 * Applies an operator's command. Throws DomainError: booking-not-found, booking-state, booking-changed,
 * driver-not-found, vehicle-not-found, vehicle-not-free, and no-show-too-soon while the driver still has to wait.
 */
export async function changeBooking(
  deps: ChangeBookingDeps,
  input: OperatorCommandInput,
): Promise<Booking> {
  return await changeStoredBooking(
    deps,
    input.bookingId,
    (booking, tx) => planCommand(deps, input, booking, tx),
  );
}

/** What an operator's command does to the booking as it stands. Throws as `changeBooking` does. */
export async function planCommand(
  deps: ChangeBookingDeps,
  { command, actor, expectedVersion }: Omit<OperatorCommandInput, "bookingId">,
  booking: Booking,
  tx: Transaction,
): Promise<PlannedChange> {
  await assertVersion(deps.bookings, booking, expectedVersion);
  if (!bookingCan(command.type, booking.status)) {
    throw new DomainError("booking-state", { action: command.type, status: booking.status });
  }
  const meta = { at: deps.clock.now().toString(), actor };
  if (command.type === "assign") return { ...await planAssign(deps, booking, command), meta };
  if (command.type === "mark-no-show") {
    const events = await deps.bookings.events(booking.id);
    const earliestMs = noShowFromMs(booking, arrivalOf(events));
    if (deps.clock.now().epochMilliseconds < earliestMs) {
      throw new DomainError("no-show-too-soon", { earliest: new Date(earliestMs).toISOString() });
    }
    const { feeOre, feeVat } = noShowFee(booking);
    return { command: { type: "mark-no-show", feeOre, feeVat }, meta, edit: releaseOf(booking) };
  }
  // Its expiry may have come and gone while it had a driver.
  if (command.type === "unassign") addExpiry(deps.jobs, tx, booking);
  return { command, meta } as PlannedChange;
}

async function planAssign(
  deps: ChangeBookingDeps,
  booking: Booking,
  command: OperatorCommand & { type: "assign" },
): Promise<Omit<PlannedChange, "meta">> {
  const date = localDate(Temporal.Instant.from(booking.trip.pickup.instant));
  const driver = await deps.fleet.driver(command.driverId);
  // Whoever has stopped before that day drives no more.
  if (!isInService(driver, date)) throw new DomainError("driver-not-found");
  const { vehicleId = booking.reservation.vehicleId, driverId, override = null } = command;
  const reservation = { ...booking.reservation, vehicleId };
  const assign = { type: "assign" as const, driverId, reservation, override };
  if (vehicleId === booking.reservation.vehicleId) return { command: assign };
  const vehicle = await deps.fleet.vehicle(vehicleId);
  const isPayable = mayTakeMoney(vehicle) || !isPaidInCar(booking.payment.method);
  const mayDrive = vehicle.inTraffic && isInService(vehicle, date) && isPayable;
  if (!mayDrive) throw new DomainError("vehicle-not-free");
  return { command: assign, edit: { ...releaseOf(booking), reserve: reservation } };
}
