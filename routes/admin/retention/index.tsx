import { page } from "fresh";
import { loadRetention } from "../../../lib/board/retention-page.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { holdBooking, releaseBooking } from "../../../lib/retention/hold-booking.ts";
import { tryRetention } from "../../../lib/retention/run-retention.ts";
import { RetentionPage } from "../../../lib/ui/operator/retention/RetentionPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadRetention(ctx.state.services, operatorOf(ctx.state))),

  /** Tries a run without changing anything, keeps a booking back, or lets it go. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req, ["reason"]);
    switch (fields.get("act")) {
      case "try":
        return page(
          await loadRetention(services, operator, { trial: await tryRetention(services) }),
        );
      case "hold": {
        const values = {
          reference: (fields.get("reference") ?? "").slice(0, 40),
          reason: (fields.get("reason") ?? "").slice(0, 1_000),
        };
        const fault = await holdBooking(services, values, operator.operatorName);
        if (fault === null) return ctx.redirect(`${paths.adminRetention()}#holds`, 303);
        return page(await loadRetention(services, operator, { values, fault }), { status: 422 });
      }
      case "release":
        await releaseBooking(services, fields.get("booking") ?? "");
        return ctx.redirect(`${paths.adminRetention()}#holds`, 303);
      default:
        throw invalidFields([{ field: "act", code: "not-an-option" }]);
    }
  },
});

export default define.page<typeof handler>(RetentionPage);
