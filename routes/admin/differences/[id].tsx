import { page } from "fresh";
import { loadDifference, settleFromForm } from "../../../lib/board/reconciliation-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { DifferencePage } from "../../../lib/ui/operator/money/DifferencePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "" } = ctx.params;
    return page(await loadDifference(ctx.state.services, operatorOf(ctx.state), id));
  },

  /** Settles it with what it came from. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { id = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const refused = await settleFromForm(services, operator, { id, fields });
    if (refused === null) return ctx.redirect(paths.adminDifference(id), 303);
    return page(await loadDifference(services, operator, id, refused), { status: 422 });
  },
});

export default define.page<typeof handler>(DifferencePage);
