import { page } from "fresh";
import { loadReview } from "../../../lib/board/report-page.ts";
import { confirmAccess } from "../../../lib/compliance/review-access.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { ReviewPage } from "../../../lib/ui/operator/compliance/ReviewPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadReview(ctx.state.services, operatorOf(ctx.state))),

  /** Confirms the roles of somebody as they were seen. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const [personId, seen] = [fields.get("person") ?? "", fields.get("roles") ?? ""];
    const fault = await confirmAccess(services, operator, { personId, seen });
    if (fault === null) return ctx.redirect(paths.adminAccessReview(), 303);
    return page(await loadReview(services, operator, fault), { status: 422 });
  },
});

export default define.page<typeof handler>(ReviewPage);
