// What has happened to a booking, and what is still to come, on the route line.
import type { BookingEvent } from "../../../booking/booking.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import { toldEvents } from "../../../booking/told-events.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { RouteLine, type RouteStep } from "../RouteLine.tsx";

/** Steps of an undisturbed ride, in order. */
const STEPS = ["confirmed", "assigned", "departed", "arrived", "boarded", "completed"] as const;

/** How many of STEPS are done in each status under way. */
const STEPS_DONE = {
  confirmed: 1,
  assigned: 2,
  "en-route": 3,
  arrived: 4,
  "on-board": 5,
} as const;

/** Properties of BookingHistory. */
export interface BookingHistoryProps {
  locale: Locale;
  booking: SeenBooking;
  events: readonly BookingEvent[];
  /** Today's date in Stockholm. */
  today: string;
}

/** The line: events first, then the steps ahead. */
export function BookingHistory({ locale, booking, events, today }: BookingHistoryProps) {
  const texts = textsFor(locale).booking;
  // A move frees the driver by itself; the customer asked for the move, not for that.
  const told = toldEvents(events).filter((event) =>
    event.type !== "unassigned" || event.reason !== "rescheduled"
  );
  const past: RouteStep[] = told.map((event) => ({
    title: event.type === "rescheduled"
      ? texts.movedTo(formatMoment(locale, event.trip.pickup.wallTime, today))
      : texts.events[event.type],
    text: eventDetail(locale, event, today),
    reached: true,
  }));
  const done = booking.status in STEPS_DONE
    ? STEPS_DONE[booking.status as keyof typeof STEPS_DONE]
    : STEPS.length;
  const ahead: RouteStep[] = isOver(booking.status)
    ? []
    : STEPS.slice(done).map((step) => ({ title: texts.events[step], reached: false }));
  const ended = booking.status === "cancelled" || booking.status === "no-show" ||
    booking.status === "expired";
  return (
    <RouteLine
      class={ended ? "history ended" : "history"}
      label={texts.history}
      steps={[...past, ...ahead]}
    />
  );
}

function eventDetail(locale: Locale, event: BookingEvent, today: string): string {
  const texts = textsFor(locale).booking;
  const parts = [
    formatMoment(locale, wallTimeOf(event.at), today),
    texts.eventBy[event.actor.kind],
  ];
  if (event.type === "cancelled" || event.type === "no-show") {
    const fee = formatMoney(locale, event.feeOre);
    parts.push(event.feeOre === 0 ? texts.cancelledFree : texts.cancelledFee(fee));
  }
  return parts.join(", ");
}
