import { z } from "zod";
import { actView } from "../../../../lib/board/act-view.ts";
import { candidateView } from "../../../../lib/ui/operator/pane/candidate-view.ts";
import { reasonInput } from "../../../../lib/board/change-input.ts";
import { operatorActor } from "../../../../lib/board/operator-actor.ts";
import { bookingId } from "../../../../lib/booking/booking.ts";
import { assignTrips, MAX_ASSIGNED_AT_ONCE } from "../../../../lib/dispatch/assign-trips.ts";
import { candidatesInPlan, previewAssignments } from "../../../../lib/dispatch/plan-assignments.ts";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";

const id = z.string().min(1).max(40);
const wanted = z.object({
  bookingId: id.transform(bookingId),
  expectedVersion: z.int().min(1),
  driverId: id.transform(driverId),
  override: reasonInput.optional(),
});
const cars = z.array(z.object({
  bookingId: id.transform(bookingId),
  vehicleId: id.transform(vehicleId),
  isFixed: z.boolean(),
})).max(MAX_ASSIGNED_AT_ONCE).default([]);
const body = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("preview"),
    bookingIds: z.array(id.transform(bookingId)).min(1).max(MAX_ASSIGNED_AT_ONCE),
    cars,
  }),
  z.object({ type: z.literal("candidates"), bookingId: id.transform(bookingId), cars }),
  z.object({
    type: z.literal("assign"),
    trips: z.array(wanted).min(1).max(MAX_ASSIGNED_AT_ONCE),
  }),
]);

export const handler = define.handlers({
  /** Says which trips can have which cars, and which one of them can have; or gives them, trip by trip. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const input = parseBody(body, await readJson(ctx.req));
    if (input.type === "preview") {
      const plan = await previewAssignments(services, input.bookingIds, input.cars);
      const rows = plan.map((row) => ({ ...row, car: row.car && candidateView(locale, row.car) }));
      return Response.json({ trips: rows });
    }
    if (input.type === "candidates") {
      const candidates = await candidatesInPlan(services, input.bookingId, input.cars);
      return Response.json({ candidates: candidates.map((car) => candidateView(locale, car)) });
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
