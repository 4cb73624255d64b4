import { HttpError } from "fresh";
import { createBooking } from "../../../lib/booking/create-booking.ts";
import { customerView } from "../../../lib/booking/customer-view.ts";
import { readJson } from "../../../lib/http/body.ts";
import { bookingInput, checkContact } from "../../../lib/booking/contact.ts";
import { define } from "../../../lib/http/define.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { fieldProblem } from "../../../lib/http/problem.ts";
import { quoteId } from "../../../lib/pricing/quote.ts";

/** Longest Idempotency-Key, as Stripe has it. */
const MAX_KEY = 255;

export const handler = define.handlers({
  async POST(ctx) {
    const { services, locale, requestId } = ctx.state;
    const idempotencyKey = ctx.req.headers.get("idempotency-key") ?? "";
    if (idempotencyKey === "" || idempotencyKey.length > MAX_KEY) {
      throw new HttpError(400, "Idempotency-Key is missing or too long");
    }
    const input = parseBody(bookingInput, await readJson(ctx.req));
    const checked = checkContact({ ...input.contact, note: input.note });
    if (!checked.ok) return fieldProblem(checked.errors, locale, requestId);
    const { booking, link } = await createBooking(services, {
      quoteId: quoteId(input.quoteId),
      vehicleClass: input.vehicleClass,
      ...checked.value,
      locale,
      idempotencyKey,
    });
    const body = {
      booking: customerView(booking, services.clock.now().epochMilliseconds),
      link,
    };
    return Response.json(body, {
      status: 201,
      headers: { location: paths.api.booking(link), "cache-control": "no-store" },
    });
  },
});
