import { undoInput } from "../../../../lib/api/operator-inputs.ts";
import { actView } from "../../../../lib/board/act-view.ts";
import { loadBooking } from "../../../../lib/board/board-data.ts";
import { operatorActor } from "../../../../lib/board/operator-actor.ts";
import { actId } from "../../../../lib/booking/operator-act.ts";
import { undoAct } from "../../../../lib/booking/undo-act.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";

export const handler = define.handlers({
  /** Takes an act back and answers with its bookings after that. */
  async POST(ctx) {
    const { services } = ctx.state;
    parseBody(undoInput, await readJson(ctx.req));
    const actor = operatorActor(operatorOf(ctx.state));
    const act = await undoAct(services, { id: actId(ctx.params.actId ?? ""), actor });
    const views = act.spans.map(({ bookingId }) => loadBooking(services, bookingId));
    return Response.json({ act: actView(act), bookings: await Promise.all(views) });
  },
});
