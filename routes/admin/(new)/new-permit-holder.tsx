import { page } from "fresh";
import { loadFleetForm } from "../../../lib/board/fleet-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { FleetFormPage } from "../../../lib/ui/operator/fleet/FleetFormPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const data = await loadFleetForm(
      ctx.state.services,
      operatorOf(ctx.state),
      "permit-holders",
      "",
    );
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },
});

export default define.page<typeof handler>(FleetFormPage);
