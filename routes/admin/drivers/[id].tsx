import { page } from "fresh";
import { editFleet } from "../../../lib/board/edit-fleet.ts";
import { mergedCells, seenCells, sentCells } from "../../../lib/board/fleet-form.ts";
import { loadFleetForm } from "../../../lib/board/fleet-page.ts";
import { invalidFields, RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FleetFormPage } from "../../../lib/ui/operator/fleet/FleetFormPage.tsx";

const kind = "drivers";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadFleetForm(services, operatorOf(ctx.state), kind, ctx.params.id ?? "");
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },

  /** Changes or ends a driver. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const id = ctx.params.id ?? "";
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const seen = seenCells(fields.get("seen"));
    if (seen === null) throw invalidFields([{ field: "seen", code: "not-an-option" }]);
    const typed = { ...sentCells(kind, fields), id };
    const { operatorName } = operator;
    const done = await editFleet(services, { kind, seen, typed, operatorName });
    if (done.ok) {
      const outcome = done.isEnded ? "ended" : "changed";
      return ctx.redirect(paths.adminDrivers({ done: outcome }), 303);
    }
    const values = mergedCells(typed, seen, done.meanwhile);
    const data = await loadFleetForm(services, operator, kind, id, { ...done, values });
    if (data === null) throw new RequestError("not-found", {});
    return page(data, { status: done.problems.length > 0 ? 422 : 409 });
  },
});

export default define.page<typeof handler>(FleetFormPage);
