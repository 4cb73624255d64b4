import { page } from "fresh";
import { answerReview } from "../../../../lib/board/answer-draft-form.ts";
import { loadDraft } from "../../../../lib/board/draft-page.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { DraftPage } from "../../../../lib/ui/operator/tariffs/DraftPage.tsx";

export const handler = define.handlers({
  /** The draft itself: who reloads a refused approval sees it as it is now. */
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadDraft(services, operatorOf(ctx.state), ctx.params.id ?? "");
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Approves the draft. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const id = ctx.params.id ?? "";
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerReview(ctx.state.services, { operator, id, fields });
    if (answer.ok) return ctx.redirect(paths.adminDraft(id, { done: answer.done }), 303);
    return page(answer.data, { status: answer.status });
  },
});

export default define.page<typeof handler>(DraftPage);
