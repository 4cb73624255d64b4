import { page } from "fresh";
import { answerRow } from "../../../lib/board/answer-fleet-form.ts";
import { loadFleetForm } from "../../../lib/board/fleet-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FleetFormPage } from "../../../lib/ui/operator/fleet/FleetFormPage.tsx";

const kind = "vehicles";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadFleetForm(services, operatorOf(ctx.state), kind, ctx.params.id ?? "");
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Changes or ends a vehicle. */
  async POST(ctx) {
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req, "all");
    const sent = { operator, kind, fields, id: ctx.params.id ?? "" } as const;
    const answer = await answerRow(ctx.state.services, sent);
    if (answer.ok) return ctx.redirect(paths.adminVehicles({ done: answer.done }), 303);
    return page(answer.form, { status: answer.status });
  },
});

export default define.page<typeof handler>(FleetFormPage);
