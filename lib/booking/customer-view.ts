// What the holder of a manage link may read of a booking: no more than their own ticket shows.
import type { BookingEvent } from "./booking.ts";
import { type SeenBooking, seenHistory } from "./seen-booking.ts";
import { assignedDriver } from "./booking-facts.ts";
import { previewCancellation } from "./cancellation-rules.ts";
import { toldEvents } from "./told-events.ts";

/** A booking as its customer's API client gets it. Operators' names and internal ids stay inside. */
export function customerView(
  booking: SeenBooking,
  nowMs: number,
  events?: readonly BookingEvent[],
) {
  const { reference, status, contact, flightNumber, note, trip } = booking;
  const { payment, createdAt, changedAt, version } = booking;
  return {
    ...{
      reference,
      status,
      contact,
      flightNumber,
      note,
      trip,
      payment,
      createdAt,
      changedAt,
      version,
    },
    hasDriver: assignedDriver(booking) !== null,
    vehicleId: booking.reservation.vehicleId,
    cancellation: booking.status === "cancelled"
      ? booking.cancellation
      : previewCancellation(booking, nowMs),
    ...(events
      ? { events: toldEvents(seenHistory(booking, events)).map(({ type, at }) => ({ type, at })) }
      : {}),
  };
}
