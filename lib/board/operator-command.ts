// What operators ask for, from a form or from the API: one schema, one way to the use cases.
import { FAULTS } from "../fees/fault.ts";
import { z } from "zod";
import { type Actor, type Booking, type BookingId, MAX_REASON_LENGTH } from "../booking/booking.ts";
import { planCancellation } from "../booking/cancel-booking.ts";
import { planCommand } from "../booking/change-booking.ts";
import { commitBookingAct } from "../booking/commit-act.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { assertLikely } from "../booking/plausible-rules.ts";
import { DomainError } from "../errors/domain-error.ts";
import { assignTrip, type GiveCarDeps, moveTrip } from "../dispatch/give-car.ts";
import { driverId, vehicleId } from "../fleet/vehicle.ts";
import { cleanLine } from "../forms/clean-text.ts";
import { operatorActor } from "./operator-actor.ts";

const reason = z.string().transform(cleanLine).pipe(z.string().min(1).max(MAX_REASON_LENGTH));
const expectedVersion = z.int().min(1);
/** True once the operator was asked about an unlikely step and said that it is so. */
const confirmed = z.boolean().optional();

/** An operator's command. */
export const operatorCommand = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("assign"),
    expectedVersion,
    driverId: z.string().min(1).max(40),
    override: reason.optional(),
  }),
  z.object({
    type: z.literal("move"),
    expectedVersion,
    vehicleId: z.string().min(1).max(40),
    override: reason.optional(),
  }),
  z.object({ type: z.literal("unassign"), expectedVersion, reason }),
  z.object({
    ...{ type: z.literal("cancel"), expectedVersion, reason, feeOre: z.int().min(0) },
    fault: z.enum(FAULTS).optional(),
  }),
  z.object({
    type: z.enum(["depart", "arrive", "board", "complete", "mark-no-show"]),
    expectedVersion,
    confirmed,
  }),
]);

/** A parsed command. */
export type OperatorCommandInput = z.infer<typeof operatorCommand>;

/** What carrying out a command needs. */
export type OperatorCommandDeps = GiveCarDeps;

/** Who asks, and under which key; without one only the version keeps a second press from being a second act. */
export interface CommandFrom {
  actor: Actor;
  idempotencyKey: string | null;
}

/** Does what the operator asked for and answers with the act, which can be undone for a while. */
export async function performCommand(
  deps: OperatorCommandDeps,
  id: BookingId,
  command: OperatorCommandInput,
  { actor, idempotencyKey }: CommandFrom,
): Promise<OperatorAct> {
  const { type: kind, expectedVersion } = command;
  const why = "reason" in command ? command.reason : "";
  const wish = { kind, actor, idempotencyKey, why, asked: { id, command } };
  if (command.type === "assign" || command.type === "move") {
    const { override = null } = command;
    const input = {
      bookingId: id,
      expectedVersion,
      overrideReason: override,
      actor,
      idempotencyKey,
    };
    return command.type === "assign"
      ? await assignTrip(deps, { ...input, driverId: driverId(command.driverId) })
      : await moveTrip(deps, { ...input, vehicleId: vehicleId(command.vehicleId) });
  }
  if (command.type === "cancel") {
    const { reason, feeOre, fault } = command;
    const cancellation = { reason, feeOre, fault, actor, expectedVersion };
    return await commitBookingAct(
      deps,
      wish,
      id,
      (booking) => planCancellation(deps, cancellation, booking),
    );
  }
  const input = { command, actor, expectedVersion };
  return await commitBookingAct(
    deps,
    wish,
    id,
    async (booking, tx) => {
      const planned = await planCommand(deps, input, booking, tx);
      const isConfirmed = "confirmed" in command && command.confirmed === true;
      assertLikely(booking, kind, deps.clock.now().epochMilliseconds, isConfirmed);
      return planned;
    },
  );
}

/** Does what the operator asked for; the booking after it. Throws the DomainErrors of the use cases. */
export async function runOperatorCommand(
  deps: OperatorCommandDeps,
  id: BookingId,
  command: OperatorCommandInput,
  operatorName: string,
): Promise<Booking> {
  const actor = operatorActor({ operatorName });
  await performCommand(deps, id, command, { actor, idempotencyKey: null });
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  return stored.booking;
}
