import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { readJson } from "../../../../../lib/http/body.ts";
import { define } from "../../../../../lib/http/define.ts";
import { loadBooking } from "../../../../../lib/board/board-data.ts";
import { operatorCommand, runOperatorCommand } from "../../../../../lib/board/operator-command.ts";
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
    await runOperatorCommand(services, id, command, operatorOf(ctx.state).operatorName);
    return Response.json(await loadBooking(services, id));
  },
});
