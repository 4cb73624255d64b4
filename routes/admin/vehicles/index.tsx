import { page } from "fresh";
import { editFleet } from "../../../lib/board/edit-fleet.ts";
import { sentCells } from "../../../lib/board/fleet-form.ts";
import { loadFleetForm, loadFleetList } from "../../../lib/board/fleet-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { cleanLine } from "../../../lib/forms/clean-text.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FleetFormPage } from "../../../lib/ui/operator/fleet/FleetFormPage.tsx";
import { FleetListPage } from "../../../lib/ui/operator/fleet/FleetListPage.tsx";

const kind = "vehicles";

export const handler = define.handlers({
  async GET(ctx) {
    const { searchParams } = ctx.url;
    const q = cleanLine(searchParams.get("q") ?? "").slice(0, 80);
    const wish = { q, done: searchParams.get("done") ?? "" };
    const { services } = ctx.state;
    return page({ list: await loadFleetList(services, operatorOf(ctx.state), kind, wish) });
  },

  /** Adds a vehicle. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const typed = sentCells(kind, await readOperatorForm(ctx.state, ctx.req));
    const { operatorName } = operator;
    const done = await editFleet(services, { kind, seen: null, typed, operatorName });
    if (done.ok) return ctx.redirect(paths.adminVehicles({ done: "added" }), 303);
    const form = await loadFleetForm(services, operator, kind, "", { ...done, values: typed });
    if (form === null) throw new RequestError("not-found", {});
    return page({ form }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, ...props }) =>
  "list" in data
    ? <FleetListPage {...props} data={data.list} />
    : <FleetFormPage {...props} data={data.form} />
);
