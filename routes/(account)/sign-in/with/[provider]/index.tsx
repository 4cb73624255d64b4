// Sends somebody to a provider of sign-in.
import { page } from "fresh";
import { homeOf } from "../../../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../../../lib/accounts/return-path.ts";
import { GatewayError } from "../../../../../lib/errors/gateway-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { WAY_STATUS, wayOf } from "../../../../../lib/http/way-back.ts";
import { WayFailedPage } from "../../../../../lib/ui/customer/account/WayFailedPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, signedIn, log } = ctx.state;
    const way = wayOf(services, ctx.params.provider ?? "");
    try {
      const next = returnPath(ctx.url.searchParams.get("next"), "/");
      const { location, cookies } = await way.begin(next);
      const response = new Response(null, { status: 303, headers: { location } });
      for (const cookie of cookies) response.headers.append("set-cookie", cookie);
      return response;
    } catch (error) {
      if (!(error instanceof GatewayError) || error.gateway !== "provider") throw error;
      log.warn("sign-in refused", { code: "provider-unreachable" });
      const home = signedIn === null ? null : homeOf(signedIn);
      const data = { way: way.id, label: way.label, home, reason: "unreachable" } as const;
      const init = { status: WAY_STATUS.unreachable, headers: { "retry-after": "30" } };
      return page(data, init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <WayFailedPage locale={state.locale} data={data} />
));
