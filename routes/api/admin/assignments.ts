import { z } from "zod";
import { actView } from "../../../lib/board/act-view.ts";
import { candidateView } from "../../../lib/ui/operator/pane/candidate-view.ts";
import { reasonInput } from "../../../lib/board/change-input.ts";
import { operatorActor } from "../../../lib/board/operator-actor.ts";
import { bookingId } from "../../../lib/booking/booking.ts";
import {
  assignTrips,
  MAX_ASSIGNED_AT_ONCE,
  previewAssignments,
} from "../../../lib/dispatch/assign-trips.ts";
import { driverId } from "../../../lib/fleet/vehicle.ts";
import { readJson } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";

const id = z.string().min(1).max(40);
const wanted = z.object({
  bookingId: id.transform(bookingId),
  expectedVersion: z.int().min(1),
  driverId: id.transform(driverId),
  override: reasonInput.optional(),
});
const body = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("preview"),
    bookingIds: z.array(id.transform(bookingId)).min(1).max(MAX_ASSIGNED_AT_ONCE),
  }),
  z.object({
    type: z.literal("assign"),
    trips: z.array(wanted).min(1).max(MAX_ASSIGNED_AT_ONCE),
  }),
]);

export const handler = define.handlers({
  /** Says which trips can have which cars, or gives them; the answer is true for each trip. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const input = parseBody(body, await readJson(ctx.req));
    if (input.type === "preview") {
      const plan = await previewAssignments(services, input.bookingIds);
      const rows = plan.map((row) => ({ ...row, car: row.car && candidateView(locale, row.car) }));
      return Response.json({ trips: rows });
    }
    const results = await assignTrips(services, {
      wanted: input.trips.map(({ override = null, ...one }) => ({
        ...one,
        overrideReason: override,
      })),
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    });
    const trips = results.map((one) => one.ok ? { ...one, act: actView(one.act) } : one);
    return Response.json({ trips });
  },
});
