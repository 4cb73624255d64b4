import { z } from "zod";
import { MAX_REASON_LENGTH } from "../../../../lib/booking/booking.ts";
import { cancelBooking } from "../../../../lib/booking/cancel-booking.ts";
import { customerView } from "../../../../lib/booking/customer-view.ts";
import { cleanLine } from "../../../../lib/forms/clean-text.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";

const cancelInput = z.object({
  reason: z.string().max(MAX_REASON_LENGTH).transform(cleanLine).default(""),
  /** The fee the customer was shown; another one is refused with 409. */
  expectedFeeOre: z.int().min(0),
});

export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    const input = parseBody(cancelInput, await readJson(ctx.req));
    const booking = await cancelBooking(services, { link: ctx.params.link ?? "", ...input });
    return Response.json(customerView(booking, services.clock.now().epochMilliseconds));
  },
});
