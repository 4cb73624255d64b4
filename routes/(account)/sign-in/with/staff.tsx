// Where people who work here choose who signs them in.
import { page } from "fresh";
import { staffWays } from "../../../../lib/accounts/identity/identity-view.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { StaffWaysPage } from "../../../../lib/ui/customer/account/StaffWaysPage.tsx";

export const handler = define.handlers({
  GET(ctx) {
    const ways = staffWays(ctx.state.services);
    const next = ctx.url.searchParams.get("next") ?? "";
    const [only, ...others] = ways;
    if (only === undefined) throw new RequestError("not-found", {});
    // There is nothing to choose.
    if (others.length === 0) {
      return ctx.redirect(paths.signInWith(only.id, next === "" ? {} : { next }), 303);
    }
    return page({ ways, next });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <StaffWaysPage locale={state.locale} ways={data.ways} next={data.next} />
));
