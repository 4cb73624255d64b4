import { dateOf } from "../../../../lib/kernel/wall-time.ts";
import { DomainError } from "../../../../lib/errors/domain-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { bookingIdIn } from "../../../../lib/booking/booking.ts";
import { paths } from "../../../../lib/kernel/paths.ts";

/** A booking's own address leads to its day with the booking chosen. */
export const handler = define.handlers({
  async GET(ctx) {
    const id = bookingIdIn(ctx.params.bookingId);
    const stored = id === null ? null : await ctx.state.services.bookings.get(id);
    if (stored === null) throw new DomainError("booking-not-found");
    const { id: booking, trip } = stored.booking;
    return ctx.redirect(paths.admin({ date: dateOf(trip.pickup.wallTime), booking }), 303);
  },
});
