import { page } from "fresh";
import { compareFromForm, loadReconciliation } from "../../../lib/board/reconciliation-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { ReconciliationPage } from "../../../lib/ui/operator/money/ReconciliationPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadReconciliation(ctx.state.services, operatorOf(ctx.state))),

  /** Compares a day again. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const refused = await compareFromForm(services, fields);
    if (refused === null) return ctx.redirect(paths.adminReconciliation(), 303);
    return page(await loadReconciliation(services, operator, refused), { status: 422 });
  },
});

export default define.page<typeof handler>(ReconciliationPage);
