import { page } from "fresh";
import { answerFeeReview } from "../../../../lib/board/answer-fee-form.ts";
import { loadFee } from "../../../../lib/board/fees-page.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { FeePage } from "../../../../lib/ui/operator/fees/FeePage.tsx";

export const handler = define.handlers({
  /** The draft itself: who reloads a refused approval sees it as it is now. */
  async GET(ctx) {
    const data = await loadFee(ctx.state.services, operatorOf(ctx.state), ctx.params.id ?? "");
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Approves the draft. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const bookedFrom = ctx.params.id ?? "";
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerFeeReview(ctx.state.services, { operator, bookedFrom, fields });
    if (answer.ok) return ctx.redirect(paths.adminFee(bookedFrom, { done: answer.done }), 303);
    return page(answer.data, { status: answer.status });
  },
});

export default define.page<typeof handler>(FeePage);
