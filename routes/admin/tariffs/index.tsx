import { page } from "fresh";
import { answerNewDraft } from "../../../lib/board/answer-new-draft.ts";
import { loadTariffs } from "../../../lib/board/tariffs-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { TariffsPage } from "../../../lib/ui/operator/tariffs/TariffsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done") ?? "";
    return page(await loadTariffs(ctx.state.services, operatorOf(ctx.state), { done }));
  },

  /** Begins a draft. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerNewDraft(ctx.state.services, { operator, fields });
    if (answer.ok) return ctx.redirect(paths.adminDraft(answer.id), 303);
    return page(answer.data, { status: 422 });
  },
});

export default define.page<typeof handler>(TariffsPage);
