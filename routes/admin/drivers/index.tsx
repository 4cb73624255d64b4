import { page } from "fresh";
import { answerNewRow } from "../../../lib/board/answer-fleet-form.ts";
import { dueChecks } from "../../../lib/board/driver-checks-page.ts";
import { loadFleetList } from "../../../lib/board/fleet-page.ts";
import { cleanLine } from "../../../lib/forms/clean-text.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FleetFormPage } from "../../../lib/ui/operator/fleet/FleetFormPage.tsx";
import { FleetListPage } from "../../../lib/ui/operator/fleet/FleetListPage.tsx";

const kind = "drivers";

export const handler = define.handlers({
  async GET(ctx) {
    const { searchParams } = ctx.url;
    const q = cleanLine(searchParams.get("q") ?? "").slice(0, 80);
    const wish = { q, done: searchParams.get("done") ?? "" };
    const { services } = ctx.state;
    const [list, due] = await Promise.all([
      loadFleetList(services, operatorOf(ctx.state), kind, wish),
      dueChecks(services),
    ]);
    return page({ list, due });
  },

  /** Adds a driver. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req, "all");
    const answer = await answerNewRow(ctx.state.services, { operator, kind, fields });
    if (answer.ok) return ctx.redirect(paths.adminDrivers({ done: answer.done }), 303);
    return page({ form: answer.form }, { status: answer.status });
  },
});

export default define.page<typeof handler>(({ data, ...props }) =>
  "list" in data
    ? <FleetListPage {...props} data={data.list} due={data.due} />
    : <FleetFormPage {...props} data={data.form} />
);
