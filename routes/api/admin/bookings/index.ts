import { define } from "../../../../lib/http/define.ts";
import { listBookings, readBoardQuery } from "../../../../lib/http/admin/board-data.ts";

export const handler = define.handlers({
  /** `?date=` a day's bookings, `?q=` a search; `next` continues a day that has more. */
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    return Response.json(await listBookings(services, query, ctx.url.searchParams.get("cursor")));
  },
});
