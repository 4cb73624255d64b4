import { bookingChangeInput } from "../../../../../lib/api/operator-inputs.ts";
import { actView } from "../../../../../lib/board/act-view.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { priceWish, readChange } from "../../../../../lib/board/change-input.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import { changeTrip, previewChange } from "../../../../../lib/dispatch/change-trip.ts";
import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { invalidFields } from "../../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../../lib/http/parse-body.ts";
import { locateGiven } from "../../../../../lib/trip/locate-stops.ts";

export const handler = define.handlers({
  /** Changes a booking, or says what a change would come to. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const input = parseBody(bookingChangeInput, await readJson(ctx.req));
    const id = bookingIdIn(ctx.params.bookingId);
    const stored = id === null ? null : await services.bookings.get(id);
    if (stored === null) throw new DomainError("booking-not-found");
    const bookingId = stored.booking.id;
    const change = readChange(services.places, stored.booking, input, {
      locale,
      located: await locateGiven(services, input, locale),
    });
    if (!change.ok) throw invalidFields(change.errors);
    const asked = { bookingId, change: change.value, price: priceWish(input) };
    if (input.preview) return Response.json(await previewChange(services, asked));
    const act = await changeTrip(services, {
      ...asked,
      expectedVersion: input.expectedVersion,
      expectedTotalOre: input.expectedTotalOre,
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    });
    return Response.json({ ...await loadBooking(services, bookingId), act: actView(act) });
  },
});
