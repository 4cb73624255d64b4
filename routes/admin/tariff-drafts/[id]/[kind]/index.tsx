import { page } from "fresh";
import { answerDraftItem } from "../../../../../lib/board/answer-draft-item.ts";
import { loadDraftItem } from "../../../../../lib/board/draft-page.ts";
import { itemKind } from "../../../../../lib/board/tariff-items.ts";
import { RequestError } from "../../../../../lib/errors/request-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../../lib/http/operator-form.ts";
import { paths } from "../../../../../lib/kernel/paths.ts";
import { DraftItemPage } from "../../../../../lib/ui/operator/tariffs/DraftItemPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadDraftItem(services, operatorOf(ctx.state), wanted(ctx.params));
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Adds a zone or a fixed price. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const item = wanted(ctx.params);
    const answer = await answerDraftItem(ctx.state.services, { operator, fields, ...item });
    if (!answer.ok) return page(answer.data, { status: answer.status });
    return ctx.redirect(paths.adminDraft(item.draft, { done: "saved" }), 303);
  },
});

function wanted(params: Readonly<Record<string, string | undefined>>) {
  const kind = itemKind(params["kind"] ?? "");
  if (kind === null) throw new RequestError("not-found", {});
  return { draft: params["id"] ?? "", kind, id: "" };
}

export default define.page<typeof handler>(DraftItemPage);
