import { invalidFields, RequestError } from "../../../lib/errors/request-error.ts";
import { createBooking } from "../../../lib/booking/create-booking.ts";
import { customerView } from "../../../lib/booking/customer-view.ts";
import { seenByLink } from "../../../lib/booking/seen-booking.ts";
import { readJson } from "../../../lib/http/body.ts";
import { bookingInput, checkContact } from "../../../lib/booking/contact.ts";
import { define } from "../../../lib/http/define.ts";
import { IDEMPOTENCY_HEADER, readIdempotencyKey } from "../../../lib/http/idempotency-key.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";
import { senderOf } from "../../../lib/http/sender-of.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { quoteId } from "../../../lib/pricing/quote.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const idempotencyKey = readKey(ctx.req.headers);
    const input = parseBody(bookingInput, await readJson(ctx.req));
    const { contact, flightNumber, note } = input;
    const checked = checkContact({ ...contact, flightNumber, note });
    if (!checked.ok) throw invalidFields(checked.errors);
    const { booking, link } = await createBooking(services, {
      quoteId: quoteId(input.quoteId),
      vehicleClass: input.vehicleClass,
      ...checked.value,
      locale,
      idempotencyKey,
    }, { actor: { kind: "customer" }, sender: senderOf(ctx), mayExceed: false });
    const body = {
      booking: customerView(seenByLink(booking, false), services.clock.now().epochMilliseconds),
      link,
    };
    return Response.json(body, {
      status: 201,
      headers: { location: paths.api.booking(link) },
    });
  },
});

function readKey(headers: Headers): string {
  const key = readIdempotencyKey(headers);
  if (key === null) {
    throw new RequestError("idempotency-key-missing", { header: IDEMPOTENCY_HEADER });
  }
  return key;
}
