import { copyInput } from "../../../../../lib/api/operator-inputs.ts";
import type { z } from "zod";
import { actView } from "../../../../../lib/board/act-view.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import { copyTrip } from "../../../../../lib/dispatch/copy-trip.ts";
import type { CopyWish } from "../../../../../lib/dispatch/draft-copy.ts";
import { previewCopy } from "../../../../../lib/dispatch/preview-copy.ts";
import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { invalidFields } from "../../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../../lib/http/parse-body.ts";
import { resolvePickup } from "../../../../../lib/trip/trip-form.ts";

export const handler = define.handlers({
  /** Makes a booking out of another, or says what it would come to. */
  async POST(ctx) {
    const { services } = ctx.state;
    const input = parseBody(copyInput, await readJson(ctx.req));
    const bookingId = bookingIdIn(ctx.params.bookingId);
    if (bookingId === null) throw new DomainError("booking-not-found");
    const wish = wishOf(input);
    const { expected } = input;
    if (expected === undefined) {
      return Response.json(await previewCopy(services, { bookingId, wish }));
    }
    const act = await copyTrip(services, {
      ...{ bookingId, wish, expectedVersion: expected.version },
      expectedTotalOre: { former: expected.formerOre, copy: expected.copyOre },
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    });
    const views = act.spans.map((span) => loadBooking(services, span.bookingId));
    return Response.json({ act: actView(act), bookings: await Promise.all(views) });
  },
});

function wishOf(input: z.infer<typeof copyInput>): CopyWish {
  if (input.kind === "split") {
    return { kind: "split", share: input.share, vehicleClass: input.vehicleClass };
  }
  const reading = resolvePickup(input.pickup);
  if (!reading.ok) throw invalidFields(reading.errors);
  return { kind: input.kind, pickup: reading.value };
}
