import { loadReconciledDay } from "../../../../lib/board/reconciliation-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { fileAnswer } from "../../../../lib/http/file-answer.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { differencesCsv } from "../../../../lib/ui/operator/money/differences-csv.ts";

export const handler = define.handlers({
  /** What was different on the day, as a table. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { date = "" } = ctx.params;
    const { differences } = await loadReconciledDay(services, operatorOf(ctx.state), date);
    await services.audit.read({ subjects: [], count: 0 });
    return fileAnswer("csv", `reconciliation-${date}`, differencesCsv(locale, differences));
  },
});
