import { revivalInput } from "../../../../../lib/api/operator-inputs.ts";
import { actView } from "../../../../../lib/board/act-view.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import { previewRevival, reviveTrip } from "../../../../../lib/dispatch/revive-trip.ts";
import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { invalidFields } from "../../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../../lib/http/parse-body.ts";
import { resolvePickup } from "../../../../../lib/trip/trip-form.ts";

export const handler = define.handlers({
  /** Brings a cancelled or expired booking back, or says what it would cost. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { reason, expected, ...input } = parseBody(revivalInput, await readJson(ctx.req));
    const bookingId = bookingIdIn(ctx.params.bookingId);
    if (bookingId === null) throw new DomainError("booking-not-found");
    const reading = input.pickup && resolvePickup(input.pickup);
    if (reading?.ok === false) throw invalidFields(reading.errors);
    const asked = { bookingId, pickup: reading?.value ?? null };
    if (expected === undefined) return Response.json(await previewRevival(services, asked));
    const act = await reviveTrip(services, {
      ...{ ...asked, reason, expectedVersion: expected.version },
      expectedTotalOre: expected.totalOre,
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    });
    return Response.json({ ...await loadBooking(services, bookingId), act: actView(act) });
  },
});
