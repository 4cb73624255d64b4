import { rescheduleInput } from "../../../../lib/api/inputs.ts";
import { invalidFields } from "../../../../lib/errors/request-error.ts";
import { quoteReschedule, rescheduleBooking } from "../../../../lib/booking/reschedule-booking.ts";
import { customerView } from "../../../../lib/booking/customer-view.ts";
import { seenByLink } from "../../../../lib/booking/seen-booking.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";
import { visitorOf } from "../../../../lib/http/visitor-of.ts";
import { assertOwner } from "../../../../lib/privacy/see-by-link.ts";
import { senderOf } from "../../../../lib/http/sender-of.ts";
import { resolvePickup } from "../../../../lib/trip/trip-form.ts";
import { quoteId } from "../../../../lib/pricing/quote.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    // A new quote has the places.
    await assertOwner(services, link, () => visitorOf(ctx.state, ctx.req));
    const input = parseBody(rescheduleInput, await readJson(ctx.req));
    if ("pickup" in input) {
      const pickup = resolvePickup(input.pickup);
      if (!pickup.ok) throw invalidFields(pickup.errors);
      const quote = await quoteReschedule({ ...services, sender: senderOf(ctx) }, {
        link,
        pickup: pickup.value,
      });
      return Response.json(quote, { status: 201 });
    }
    const booking = await rescheduleBooking(services, { link, quoteId: quoteId(input.quoteId) });
    return Response.json(
      customerView(seenByLink(booking, false), services.clock.now().epochMilliseconds),
    );
  },
});
