import { page } from "fresh";
import { actOnRequest, loadDataRequest } from "../../../lib/board/data-requests-page.ts";
import { requestActIn } from "../../../lib/board/request-acts.ts";
import { toldByHand } from "../../../lib/board/request-recipients.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { DataRequestPage } from "../../../lib/ui/operator/data-requests/DataRequestPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "" } = ctx.params;
    return page(await loadDataRequest(ctx.state.services, operatorOf(ctx.state), id));
  },

  /** Does one thing to it; what speaks against an erasure stands on the page that follows. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { id = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req, ["text"]);
    const text = (fields.get("text") ?? "").slice(0, 10_000);
    const notice = fields.get("notice");
    if (fields.get("act") === "told-by-hand" && notice !== undefined) {
      const why = await toldByHand(services, operator, { requestId: id, id: notice, text });
      if (why === null) return ctx.redirect(paths.adminDataRequest(id), 303);
      const noticeFault = { id: notice, text, why };
      return page(await loadDataRequest(services, operator, id, { noticeFault }), { status: 422 });
    }
    const act = requestActIn(fields.get("act"));
    if (act === null) throw invalidFields([{ field: "act", code: "not-an-option" }]);
    const why = await actOnRequest(services, operator, { id, act, text });
    if (why === null) return ctx.redirect(paths.adminDataRequest(id), 303);
    const fault = { act, text, why };
    return page(await loadDataRequest(services, operator, id, { fault }), { status: 422 });
  },
});

export default define.page<typeof handler>(DataRequestPage);
