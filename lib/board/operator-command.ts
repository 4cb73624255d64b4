// What operators ask for, from a form or from the API: one schema, one way to the use cases.
import { z } from "zod";
import { type Booking, type BookingId, MAX_REASON_LENGTH } from "../booking/booking.ts";
import { cancelBookingAsOperator } from "../booking/cancel-booking.ts";
import { changeBooking, type ChangeBookingDeps } from "../booking/change-booking.ts";
import { driverId } from "../fleet/vehicle.ts";
import { cleanLine } from "../forms/clean-text.ts";

const reason = z.string().transform(cleanLine).pipe(z.string().min(1).max(MAX_REASON_LENGTH));
const expectedVersion = z.int().min(1);

/** An operator's command. */
export const operatorCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("assign"), expectedVersion, driverId: z.string().min(1).max(40) }),
  z.object({ type: z.literal("unassign"), expectedVersion, reason }),
  z.object({ type: z.literal("cancel"), expectedVersion, reason, feeOre: z.int().min(0) }),
  z.object({
    type: z.enum(["depart", "arrive", "board", "complete", "mark-no-show"]),
    expectedVersion,
  }),
]);

/** A parsed command. */
export type OperatorCommandInput = z.infer<typeof operatorCommand>;

/** What carrying out a command needs. */
export type OperatorCommandDeps = ChangeBookingDeps;

/** Does what the operator asked for; throws the DomainErrors of the use cases. */
export async function runOperatorCommand(
  deps: OperatorCommandDeps,
  id: BookingId,
  command: OperatorCommandInput,
  operatorName: string,
): Promise<Booking> {
  const { expectedVersion } = command;
  if (command.type === "cancel") {
    const { reason, feeOre } = command;
    return await cancelBookingAsOperator(deps, {
      bookingId: id,
      reason,
      feeOre,
      operatorName,
      expectedVersion,
    });
  }
  return await changeBooking(deps, {
    bookingId: id,
    command: command.type === "assign" ? await assignment(deps, command.driverId) : command,
    actor: { kind: "operator", name: operatorName },
    expectedVersion,
  });
}

/** A driver comes with the vehicle they drive. */
async function assignment(deps: OperatorCommandDeps, id: string) {
  const driver = await deps.fleet.driver(driverId(id));
  return { type: "assign" as const, driverId: driver.id, vehicleId: driver.vehicleId };
}
