import { findBookingByLink } from "../../../../lib/booking/find-booking.ts";
import { customerView } from "../../../../lib/booking/customer-view.ts";
import { define } from "../../../../lib/http/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { booking, events } = await findBookingByLink(services, ctx.params.link ?? "");
    const nowMs = services.clock.now().epochMilliseconds;
    return Response.json(customerView(booking, nowMs, events));
  },
});
