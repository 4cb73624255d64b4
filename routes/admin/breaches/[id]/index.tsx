import { page } from "fresh";
import { actOnBreach, loadBreach } from "../../../../lib/board/breach-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { BreachPage } from "../../../../lib/ui/operator/compliance/BreachPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "" } = ctx.params;
    return page(await loadBreach(ctx.state.services, operatorOf(ctx.state), id));
  },

  /** Amends it, decides, says what was done, or closes it. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { id = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const refused = await actOnBreach(services, operator, id, fields);
    if (refused === null) return ctx.redirect(paths.adminBreach(id), 303);
    return page(await loadBreach(services, operator, id, refused), { status: 422 });
  },
});

export default define.page<typeof handler>(BreachPage);
