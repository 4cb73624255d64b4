import { page } from "fresh";
import { loadIncident } from "../../../lib/board/incidents-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { IncidentPage } from "../../../lib/ui/operator/incidents/IncidentPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { fingerprint = "" } = ctx.params;
    const reference = ctx.url.searchParams.get("reference") ?? "";
    const asked = { fingerprint, reference };
    const data = await loadIncident(ctx.state.services, operatorOf(ctx.state), asked);
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },
});

export default define.page<typeof handler>(IncidentPage);
