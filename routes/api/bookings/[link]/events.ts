import { findBookingByLink } from "../../../../lib/booking/find-booking.ts";
import { define } from "../../../../lib/http/define.ts";

export const handler = define.handlers({
  /** Live: the booking's version, at once and whenever it changes. */
  async GET(ctx) {
    const { services } = ctx.state;
    const { booking } = await findBookingByLink(services, ctx.params.link ?? "");
    return services.tickets.open(booking.id);
  },
});
