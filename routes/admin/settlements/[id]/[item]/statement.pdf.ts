import { loadSettlement } from "../../../../../lib/board/settlements-page.ts";
import { RequestError } from "../../../../../lib/errors/request-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { fileAnswer } from "../../../../../lib/http/file-answer.ts";
import { operatorOf } from "../../../../../lib/http/operator-form.ts";
import { drawSettlement } from "../../../../../lib/settlement/draw-settlement.ts";
import { settlementName } from "../../../../../lib/settlement/settlement.ts";

export const handler = define.handlers({
  /** The statement of an approved settlement with its invoices. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { id = "", item = "" } = ctx.params;
    const found = await loadSettlement(services, operatorOf(ctx.state), { id, item });
    if (found === null || found.settlement.papers === null) throw new RequestError("not-found", {});
    await services.audit.read({ subjects: [`holder/${id}`], count: 1 });
    const bytes = await drawSettlement(found.settlement, locale);
    return fileAnswer("pdf", settlementName(found.settlement), bytes);
  },
});
