import { assignmentInput } from "../../../../lib/api/operator-inputs.ts";
import { actView } from "../../../../lib/board/act-view.ts";
import { candidateView } from "../../../../lib/ui/operator/pane/candidate-view.ts";
import { operatorActor } from "../../../../lib/board/operator-actor.ts";
import { assignTrips } from "../../../../lib/dispatch/assign-trips.ts";
import { candidatesInPlan, previewAssignments } from "../../../../lib/dispatch/plan-assignments.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";

export const handler = define.handlers({
  /** Says which trips can have which cars, and which one of them can have; or gives them, trip by trip. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const input = parseBody(assignmentInput, await readJson(ctx.req));
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
