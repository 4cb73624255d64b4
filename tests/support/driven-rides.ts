// Bookings that are driven: each step a change of its own, as drivers and operators make them.
import type { Services } from "../../lib/assembly/services.ts";
import type { Actor, Booking, BookingId } from "../../lib/booking/booking.ts";
import type { BookingCommand } from "../../lib/booking/booking-command.ts";
import { changeStoredBooking } from "../../lib/booking/change-stored-booking.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";

const BY_OPERATOR: Actor = { kind: "operator", id: null, name: "Sara" };

/** Does something to a booking as it stands. */
export async function happen(
  services: Services,
  id: BookingId,
  commandOf: (booking: Booking) => BookingCommand,
): Promise<Booking> {
  const meta = { at: services.clock.now().toString(), actor: BY_OPERATOR };
  return await changeStoredBooking(
    services,
    id,
    (booking) => Promise.resolve({ command: commandOf(booking), meta }),
  );
}

/** Gives a booking to the driver of its vehicle, who comes to the door. */
export async function comeTo(services: Services, id: BookingId): Promise<Booking> {
  await happen(services, id, ({ reservation }) => ({
    type: "assign",
    driverId: driverId(reservation.vehicleId.replace("V", "D")),
    reservation,
  }));
  await happen(services, id, () => ({ type: "depart" }));
  return await happen(services, id, () => ({ type: "arrive" }));
}

/** Drives a booking to its end. */
export async function drive(services: Services, id: BookingId): Promise<Booking> {
  await comeTo(services, id);
  await happen(services, id, () => ({ type: "board" }));
  return await happen(services, id, () => ({ type: "complete" }));
}
