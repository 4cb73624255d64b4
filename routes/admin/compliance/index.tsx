import { page } from "fresh";
import { loadReport, monthOf } from "../../../lib/board/report-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { ReportPage } from "../../../lib/ui/operator/compliance/ReportPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const month = monthOf(ctx.url.searchParams.get("month"), services.clock.now());
    return page(await loadReport(services, operatorOf(ctx.state), month));
  },
});

export default define.page<typeof handler>(ReportPage);
