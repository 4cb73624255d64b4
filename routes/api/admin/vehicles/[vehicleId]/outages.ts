import { outageInput } from "../../../../../lib/api/operator-inputs.ts";
import type { Services } from "../../../../../lib/assembly/services.ts";
import { actView } from "../../../../../lib/board/act-view.ts";
import { candidateView } from "../../../../../lib/ui/operator/pane/candidate-view.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import {
  putBackInTraffic,
  takeOutOfTraffic,
  tripsToMove,
} from "../../../../../lib/dispatch/vehicle-outage.ts";
import { invalidFields, RequestError } from "../../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { readIdempotencyKey } from "../../../../../lib/http/idempotency-key.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../../lib/http/parse-body.ts";

export const handler = define.handlers({
  /** Lists the trips that would have to move, takes the vehicle out, or puts it back. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const input = parseBody(outageInput, await readJson(ctx.req));
    const id = await vehicleIn(services, ctx.params.vehicleId);
    const asked = {
      vehicleId: id,
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    };
    if (input.type === "back-in-traffic") {
      const atMs = services.clock.now().epochMilliseconds;
      const act = await putBackInTraffic(services, { ...asked, outageId: input.outageId, atMs });
      return Response.json({ act: actView(act), trips: [] });
    }
    const stretch = stretchOf(input);
    const act = input.type === "preview"
      ? null
      : await takeOutOfTraffic(services, { ...asked, ...stretch, reason: input.reason });
    const trips = (await tripsToMove(services, id, stretch)).map((trip) => ({
      ...trip,
      candidates: trip.candidates.map((one) => candidateView(locale, one)),
    }));
    return Response.json({ act: act && actView(act), trips });
  },
});

/** The vehicle an address names. Throws RequestError("not-found"). */
async function vehicleIn({ fleet }: Pick<Services, "fleet">, name: string | undefined) {
  const found = (await fleet.vehicles()).find(({ id }) => id === name);
  if (found === undefined) throw new RequestError("not-found", {});
  return found.id;
}

function stretchOf({ from, until }: { from: string; until?: string | undefined }) {
  const startMs = Date.parse(from);
  const endMs = until === undefined ? null : Date.parse(until);
  if (endMs !== null && endMs <= startMs) {
    throw invalidFields([{ field: "until", code: "too-small" }]);
  }
  return { startMs, endMs };
}
