import { eventCounts } from "../../../lib/booking/count-events.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { isLocalDate } from "../../../lib/kernel/local-date.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";

export const handler = define.handlers({
  /** How many bookings were made, moved, driven and lost on a local date, today unless `date` says another. */
  async GET(ctx) {
    const { services } = ctx.state;
    const date = ctx.url.searchParams.get("date") ?? localDate(services.clock.now());
    if (!isLocalDate(date)) {
      throw invalidFields([{ field: "date", code: "wrong-format" }]);
    }
    return Response.json({ date, counts: await eventCounts(services, date) });
  },
});
