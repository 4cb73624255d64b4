import { page } from "fresh";
import { answerFee } from "../../../lib/board/answer-fee-form.ts";
import { loadFee } from "../../../lib/board/fees-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FeePage } from "../../../lib/ui/operator/fees/FeePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done") ?? "";
    const { services } = ctx.state;
    const data = await loadFee(services, operatorOf(ctx.state), ctx.params.id ?? "", { done });
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Changes or discards the draft, or takes an edition back that has not begun. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const bookedFrom = ctx.params.id ?? "";
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerFee(ctx.state.services, { operator, bookedFrom, fields });
    if (!answer.ok) return page(answer.data, { status: answer.status });
    const { done } = answer;
    return ctx.redirect(
      done === "discarded" ? paths.adminFees({ done }) : paths.adminFee(bookedFrom, { done }),
      303,
    );
  },
});

export default define.page<typeof handler>(FeePage);
