// Sends somebody to a provider of sign-in.
import { page } from "fresh";
import { homeOf } from "../../../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../../../lib/accounts/return-path.ts";
import { WayRefused } from "../../../../../lib/accounts/identity/way-in.ts";
import { define } from "../../../../../lib/http/define.ts";
import { WAY_STATUS, wayOf } from "../../../../../lib/http/way-back.ts";
import { WayFailedPage } from "../../../../../lib/ui/customer/account/WayFailedPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, signedIn, log } = ctx.state;
    const way = wayOf(services, ctx.params.provider ?? "");
    try {
      const next = returnPath(ctx.url.searchParams.get("next"), "/");
      const { location, cookies } = await way.begin(next, ctx.req.headers);
      const response = new Response(null, { status: 303, headers: { location } });
      for (const cookie of cookies) response.headers.append("set-cookie", cookie);
      return response;
    } catch (error) {
      if (!(error instanceof WayRefused)) throw error;
      const { reason } = error;
      log.warn("sign-in refused", { code: `provider-${reason}` });
      const home = signedIn === null ? null : homeOf(signedIn);
      const data = { way: way.id, label: way.label, home, reason };
      const headers = reason === "unreachable" ? { "retry-after": "30" } : {};
      return page(data, { status: WAY_STATUS[reason], headers });
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <WayFailedPage locale={state.locale} data={data} />
));
