import { page } from "fresh";
import { answerNewFees } from "../../../lib/board/answer-fee-form.ts";
import { loadFees } from "../../../lib/board/fees-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FeesPage } from "../../../lib/ui/operator/fees/FeesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done") ?? "";
    return page(await loadFees(ctx.state.services, operatorOf(ctx.state), { done }));
  },

  /** Begins a draft for a day. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerNewFees(ctx.state.services, { operator, fields });
    if (answer.ok) return ctx.redirect(paths.adminFee(answer.bookedFrom), 303);
    return page(answer.data, { status: 422 });
  },
});

export default define.page<typeof handler>(FeesPage);
