import { monthOf } from "../../../lib/board/report-page.ts";
import { readReport } from "../../../lib/compliance/read-report.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";

export const handler = define.handlers({
  /** The report of a month as a program reads it. */
  async GET(ctx) {
    const { services } = ctx.state;
    const month = monthOf(ctx.url.searchParams.get("month"), services.clock.now());
    const report = await readReport(services, month);
    return fileAnswer("json", `dataskydd-${month}`, JSON.stringify(report, null, 2));
  },
});
