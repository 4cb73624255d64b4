import { dateOf } from "../../../../lib/kernel/wall-time.ts";
import { page } from "fresh";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { draftOf, readActionForm } from "../../../../lib/board/action-form.ts";
import { loadBoardPage } from "../../../../lib/board/board-page-data.ts";
import { bookingIdIn } from "../../../../lib/booking/booking.ts";
import { missedEvents } from "../../../../lib/booking/booking-version.ts";
import { operatorActor } from "../../../../lib/board/operator-actor.ts";
import { performCommand } from "../../../../lib/board/operator-command.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { define } from "../../../../lib/http/define.ts";
import { errorAnswer } from "../../../../lib/http/error-status.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { actionProblem, parseOperatorAction } from "../../../../lib/board/operator-action.ts";
import { BoardPage } from "../../../../lib/ui/operator/frame/BoardPage.tsx";

export const handler = define.handlers({
  /** Where reloading or a bookmark of a refused form leads. */
  GET: (ctx) => ctx.redirect(paths.adminBooking(ctx.params.bookingId ?? ""), 303),
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const id = bookingIdIn(ctx.params.bookingId);
    const action = parseOperatorAction(ctx.params.action ?? "");
    const stored = id === null ? null : await services.bookings.get(id);
    if (action === null || stored === null) throw new RequestError("not-found", {});
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const { trip, id: booking } = stored.booking;
    const query = { date: dateOf(trip.pickup.wallTime), bookingId: booking, q: "", cursor: null };
    const reading = readActionForm(action, fields, trip.totalOre);
    if (!reading.ok) {
      return page(await loadBoardPage(services, operator, query, reading.draft), { status: 422 });
    }
    try {
      const from = { actor: operatorActor(operator), idempotencyKey: null };
      const { id: act } = await performCommand(services, booking, reading.command, from);
      return ctx.redirect(paths.admin({ date: query.date, booking, act }), 303);
    } catch (error) {
      const { status, code } = errorAnswer(error);
      const problem = actionProblem(code);
      if (status >= 500 || problem === "other") throw error;
      const { expectedVersion } = reading.command;
      const since = problem === "booking-changed"
        ? await missedEvents(services.bookings, booking, expectedVersion)
        : [];
      const draft = draftOf(action, fields, problem, since);
      return page(await loadBoardPage(services, operator, query, draft), { status });
    }
  },
});

export default define.page<typeof handler>(BoardPage);
