import { loadRequestFile } from "../../../lib/board/data-requests-page.ts";
import { requestFiltersIn } from "../../../lib/board/request-filters.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { requestsCsv } from "../../../lib/ui/operator/data-requests/requests-csv.ts";

export const handler = define.handlers({
  /** The list of that address as a table: the same requests and columns, every page of them. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { searchParams } = ctx.url;
    const show = searchParams.get("show") === "all" ? "all" : "open";
    const asked = { show, filters: requestFiltersIn(searchParams) } as const;
    const file = await loadRequestFile(services, operatorOf(ctx.state), asked);
    return fileAnswer("csv", "data-requests", requestsCsv(locale, file));
  },
});
