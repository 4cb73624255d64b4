import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";

export const handler = define.handlers({
  /** A booking with its history. */
  async GET(ctx) {
    const id = bookingIdIn(ctx.params.bookingId);
    const view = id === null ? null : await loadBooking(ctx.state.services, id);
    if (view === null) throw new DomainError("booking-not-found");
    return Response.json(view);
  },
});
