import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { operatorCommand, performCommand } from "../../../../../lib/board/operator-command.ts";
import { actView } from "../../../../../lib/board/act-view.ts";
import { operatorActor } from "../../../../../lib/board/operator-actor.ts";
import { readIdempotencyKey } from "../../../../../lib/http/idempotency-key.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { parseBody } from "../../../../../lib/http/parse-body.ts";

export const handler = define.handlers({
  /** Does one thing to a booking and answers with the booking after it. */
  async POST(ctx) {
    const { services } = ctx.state;
    const id = bookingIdIn(ctx.params.bookingId);
    if (id === null) throw new DomainError("booking-not-found");
    const command = parseBody(operatorCommand, await readJson(ctx.req));
    const act = await performCommand(services, id, command, {
      actor: operatorActor(operatorOf(ctx.state)),
      idempotencyKey: readIdempotencyKey(ctx.req.headers),
    });
    return Response.json({ ...await loadBooking(services, id), act: actView(act) });
  },
});
