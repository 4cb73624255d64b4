import { define } from "../../../lib/http/define.ts";
import { readBoardQuery } from "../../../lib/board/board-query.ts";
import { loadDayFile } from "../../../lib/board/day-file.ts";
import { csvOf } from "../../../lib/ui/operator/view/csv-of.ts";

export const handler = define.handlers({
  /** The list of a board's address as a file: the same rows, order and columns. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { searchParams } = ctx.url;
    const { date } = readBoardQuery(searchParams, services.clock.now());
    const file = csvOf(locale, await loadDayFile(services, date), searchParams);
    return new Response(file, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="avanti-${date}.csv"`,
      },
    });
  },
});
