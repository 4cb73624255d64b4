import { define } from "../../../../lib/http/define.ts";
import { listBookings } from "../../../../lib/board/board-data.ts";
import { readBoardQuery } from "../../../../lib/board/board-query.ts";

export const handler = define.handlers({
  /** `?date=` a day around now, `?q=` a search; `?cursor=` another page of either. */
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    return Response.json(await listBookings(services, query));
  },
});
