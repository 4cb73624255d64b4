import { page } from "fresh";
import { loadBreaches, registerFromForm } from "../../../lib/board/breach-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { BreachesPage } from "../../../lib/ui/operator/compliance/BreachesPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadBreaches(ctx.state.services, operatorOf(ctx.state))),

  /** Registers one. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const done = await registerFromForm(services, operator, fields);
    if ("id" in done) return ctx.redirect(paths.adminBreach(done.id), 303);
    return page(await loadBreaches(services, operator, done), { status: 422 });
  },
});

export default define.page<typeof handler>(BreachesPage);
