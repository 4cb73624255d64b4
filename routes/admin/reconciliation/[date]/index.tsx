import { page } from "fresh";
import { loadReconciledDay } from "../../../../lib/board/reconciliation-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { ReconciledDayPage } from "../../../../lib/ui/operator/money/ReconciledDayPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { date = "" } = ctx.params;
    return page(await loadReconciledDay(ctx.state.services, operatorOf(ctx.state), date));
  },
});

export default define.page<typeof handler>(ReconciledDayPage);
