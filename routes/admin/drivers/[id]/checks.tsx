// Which papers of a driver were looked at. Nothing of what stands in them can be written here.
import { page } from "fresh";
import { addDriverCheck, loadDriverChecks } from "../../../../lib/board/driver-checks-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../../lib/http/operator-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { DriverChecksPage } from "../../../../lib/ui/operator/fleet/DriverChecksPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "" } = ctx.params;
    return page(await loadDriverChecks(ctx.state.services, operatorOf(ctx.state), id));
  },

  async POST(ctx) {
    const { services } = ctx.state;
    const { id = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const text = (name: string) => (fields.get(name) ?? "").slice(0, 40);
    const values = {
      kind: text("kind"),
      checkedOn: text("checkedOn"),
      goodUntil: text("goodUntil"),
    };
    const problem = await addDriverCheck(services, operator, { id, values });
    if (problem === null) return ctx.redirect(paths.adminDriverChecks(id), 303);
    const data = await loadDriverChecks(services, operator, id, { values, problem });
    return page(data, { status: 422 });
  },
});

export default define.page<typeof handler>(DriverChecksPage);
