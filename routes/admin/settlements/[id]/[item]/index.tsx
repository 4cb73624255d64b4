import { page } from "fresh";
import { answerSettlement } from "../../../../../lib/board/answer-settlement-form.ts";
import { loadSettlement } from "../../../../../lib/board/settlements-page.ts";
import { RequestError } from "../../../../../lib/errors/request-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../../lib/http/operator-form.ts";
import { paths } from "../../../../../lib/kernel/paths.ts";
import { SettlementPage } from "../../../../../lib/ui/operator/settlement/SettlementPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "", item = "" } = ctx.params;
    const done = ctx.url.searchParams.get("done") ?? "";
    const { services } = ctx.state;
    const data = await loadSettlement(services, operatorOf(ctx.state), { id, item }, { done });
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Approves a proposal, or gives it up. */
  async POST(ctx) {
    const { id = "", item = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerSettlement(ctx.state.services, { operator, id, item, fields });
    if (!answer.ok) return page(answer.data, { status: answer.status });
    const { done, number } = answer;
    return ctx.redirect(
      number === null
        ? paths.adminHolderSettlements(id, { done })
        : paths.adminSettlement(id, number, { done }),
      303,
    );
  },
});

export default define.page<typeof handler>(SettlementPage);
