// What operators ask for, from a form or from the API: one schema, one way to the use cases.
import { z } from "zod";
import {
  type Booking,
  type BookingId,
  bookingId,
  MAX_REASON_LENGTH,
} from "../../booking/booking.ts";
import { cancelBookingAsOperator } from "../../booking/cancel-booking.ts";
import { changeBooking } from "../../booking/change-booking.ts";
import { driverId } from "../../dispatch/vehicle.ts";
import { cleanText } from "../body.ts";
import type { Services } from "../services.ts";

const reason = z.string().transform(cleanText).pipe(z.string().min(1).max(MAX_REASON_LENGTH));
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

/** Does what the operator asked for; throws the DomainErrors of the use cases. */
export async function runOperatorCommand(
  services: Services,
  id: BookingId,
  command: OperatorCommandInput,
  operatorName: string,
): Promise<Booking> {
  const { expectedVersion } = command;
  if (command.type === "cancel") {
    const { reason, feeOre } = command;
    return await cancelBookingAsOperator(services, {
      bookingId: id,
      reason,
      feeOre,
      operatorName,
      expectedVersion,
    });
  }
  return await changeBooking(services, {
    bookingId: id,
    command: command.type === "assign" ? await assignment(services, command.driverId) : command,
    actor: { kind: "operator", name: operatorName },
    expectedVersion,
  });
}

/** The booking a path names, or null when it cannot be one: ids are ULIDs. */
export function bookingIdIn(text: string | undefined): BookingId | null {
  return text !== undefined && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text) ? bookingId(text) : null;
}

/** A driver comes with the vehicle they drive. */
async function assignment(services: Services, id: string) {
  const driver = await services.fleet.driver(driverId(id));
  return { type: "assign" as const, driverId: driver.id, vehicleId: driver.vehicleId };
}
