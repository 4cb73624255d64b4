import { cancelInput } from "../../../../lib/api/inputs.ts";
import { cancelBooking } from "../../../../lib/booking/cancel-booking.ts";
import { customerView } from "../../../../lib/booking/customer-view.ts";
import { seenByLink } from "../../../../lib/booking/seen-booking.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    const input = parseBody(cancelInput, await readJson(ctx.req));
    const booking = await cancelBooking(services, { link: ctx.params.link ?? "", ...input });
    return Response.json(
      customerView(seenByLink(booking, false), services.clock.now().epochMilliseconds),
    );
  },
});
