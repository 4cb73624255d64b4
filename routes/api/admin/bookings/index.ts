import { define } from "../../../../lib/http/define.ts";
import { listBookings } from "../../../../lib/board/board-data.ts";
import { readBoardQuery } from "../../../../lib/board/board-query.ts";

export const handler = define.handlers({
  /** `?date=` a day's bookings, `?q=` a search; `next` continues a day that has more. */
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    return Response.json(await listBookings(services, query, ctx.url.searchParams.get("cursor")));
  },
});
