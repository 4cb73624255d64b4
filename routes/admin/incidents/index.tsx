import { page } from "fresh";
import { tryOutlets } from "../../../lib/alarms/try-outlets.ts";
import { findFailure, loadIncidents } from "../../../lib/board/incidents-page.ts";
import { cleanLine } from "../../../lib/forms/clean-text.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { IncidentsPage } from "../../../lib/ui/operator/incidents/IncidentsPage.tsx";

export const handler = define.handlers({
  /** The list; with `q` the incident behind a reference that somebody reads out. */
  async GET(ctx) {
    const { services } = ctx.state;
    const q = cleanLine(ctx.url.searchParams.get("q") ?? "").slice(0, 40);
    const found = q === "" ? null : await findFailure(services, q);
    if (found !== null) {
      const { fingerprint, reference } = found;
      return ctx.redirect(paths.adminIncident(fingerprint, { reference }), 303);
    }
    const isTried = ctx.url.searchParams.get("trial") === "sent";
    return page({ ...await loadIncidents(services, operatorOf(ctx.state), q), isTried });
  },

  /** Sends a trial alarm wherever alarms go. */
  async POST(ctx) {
    await readOperatorForm(ctx.state, ctx.req);
    await tryOutlets(ctx.state.services);
    return ctx.redirect(`${paths.adminIncidents({ trial: "sent" })}#alarms`, 303);
  },
});

export default define.page<typeof handler>(IncidentsPage);
