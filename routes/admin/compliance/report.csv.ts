import { monthOf } from "../../../lib/board/report-page.ts";
import { readReport } from "../../../lib/compliance/read-report.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { reportCsv } from "../../../lib/ui/operator/compliance/report-csv.ts";

export const handler = define.handlers({
  /** The report of a month as a table: section, what, how many. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const month = monthOf(ctx.url.searchParams.get("month"), services.clock.now());
    const file = reportCsv(locale, await readReport(services, month));
    return fileAnswer("csv", `dataskydd-${month}`, file);
  },
});
