import { page } from "fresh";
import { answerHolderSettlement } from "../../../../lib/board/answer-settlement-form.ts";
import { loadHolderSettlements } from "../../../../lib/board/settlements-page.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { HolderSettlementPage } from "../../../../lib/ui/operator/settlement/HolderSettlementPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { searchParams: query } = ctx.url;
    const shown = { until: query.get("until") ?? "", done: query.get("done") ?? "" };
    const id = ctx.params.id ?? "";
    const data = await loadHolderSettlements(services, operatorOf(ctx.state), id, shown);
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Terms, what is deducted by hand, or the next settlement: what the pressed button says. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const id = ctx.params.id ?? "";
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerHolderSettlement(ctx.state.services, { operator, id, fields });
    if (!answer.ok) return page(answer.data, { status: answer.status });
    const { done, number } = answer;
    return ctx.redirect(
      number === null
        ? paths.adminHolderSettlements(id, { done })
        : paths.adminSettlement(id, number),
      303,
    );
  },
});

export default define.page<typeof handler>(HolderSettlementPage);
