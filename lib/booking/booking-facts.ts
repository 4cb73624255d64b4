// The parts of a booking that rules copy from state to state.
import type { DriverId } from "../fleet/vehicle.ts";
import { invariant } from "../kernel/invariant.ts";
import { type BookedPayment, isPrepaid } from "../payments/payment-method.ts";
import type { Booking, BookingFacts, BookingState, Cover } from "./booking.ts";
import { unreachable } from "../kernel/invariant.ts";

/** The facts of a booking without its state. */
export function factsOf(booking: Booking): BookingFacts {
  const { id, reference, contact, flightNumber, note, locale, trip, reservation, links } = booking;
  const { payment, createdAt, changedAt, version } = booking;
  return {
    ...{ id, reference, contact, flightNumber, note, locale, trip, reservation, links },
    ...{ ...coverOf(booking), payment, createdAt, changedAt, version },
  };
}

/** What covers whom a booking is for. */
export function coverOf({ veiled, restricted }: Cover): Cover {
  return { veiled, restricted };
}

/** How a ride is paid that nobody is asked for a card for: revived, or made of another by an operator. */
export function unaskedPayment({ payment }: Pick<BookingFacts, "payment">): BookedPayment {
  return isPrepaid(payment.method) ? { method: "car" } : payment;
}

/** The state of a booking without its facts. */
export function stateOf(booking: Booking): BookingState {
  switch (booking.status) {
    case "awaiting-payment":
      return { status: booking.status, until: booking.until };
    case "confirmed":
    case "expired":
    case "lapsed":
      return { status: booking.status };
    case "assigned":
    case "en-route":
    case "arrived":
    case "on-board":
    case "completed":
      return { status: booking.status, driverId: booking.driverId };
    case "no-show": {
      const { status, driverId, feeOre, feeVat } = booking;
      return { status, driverId, feeOre, feeVat };
    }
    case "cancelled":
      return { status: booking.status, cancellation: booking.cancellation };
    default:
      return unreachable(booking);
  }
}

/** The driver of a booking, or null while it has none. */
export function assignedDriver(booking: Booking): DriverId | null {
  return "driverId" in booking ? booking.driverId : null;
}

/** The driver of a ride under way. */
export function driverOf(booking: Booking): DriverId {
  const driver = assignedDriver(booking);
  invariant(driver !== null, "A ride under way has a driver");
  return driver;
}
