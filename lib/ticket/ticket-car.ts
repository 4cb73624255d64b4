// Which car comes and who drives it: what a customer looks for at the kerb, once it is known.
import type { Booking } from "../booking/booking.ts";
import { assignedDriver } from "../booking/booking-facts.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";

/** The car of a ride. What the fleet no longer knows is "". */
export interface TicketCar {
  /** The driver's first name; the rest is theirs. */
  driver: string;
  /** What the company calls it: "Bil 07". */
  vehicle: string;
  registration: string;
  /** The car's own telephone, E.164; "" when the company's is the one to call. */
  phone: string;
}

/** The car of a booking, or null while nobody is assigned: what is reserved may still change. */
export async function carOf(
  { fleet }: { fleet: Pick<FleetStore, "drivers" | "vehicles"> },
  booking: Booking,
): Promise<TicketCar | null> {
  const driverId = assignedDriver(booking);
  if (driverId === null || booking.status === "no-show") return null;
  const [drivers, vehicles] = await Promise.all([fleet.drivers(), fleet.vehicles()]);
  const driver = drivers.find(({ id }) => id === driverId);
  const vehicle = vehicles.find(({ id }) => id === booking.reservation.vehicleId);
  return {
    driver: driver?.name.trim().split(/\s+/)[0] ?? "",
    vehicle: vehicle?.name ?? "",
    registration: vehicle?.registration ?? "",
    phone: vehicle?.phone ?? "",
  };
}
