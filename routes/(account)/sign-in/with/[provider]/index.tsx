// Sends somebody to a provider of sign-in.
import { page } from "fresh";
import { homeOf } from "../../../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../../../lib/accounts/return-path.ts";
import { takeWayTry } from "../../../../../lib/accounts/sign-in-tries.ts";
import { GatewayError } from "../../../../../lib/errors/gateway-error.ts";
import { define } from "../../../../../lib/http/define.ts";
import { minutesToWait } from "../../../../../lib/http/minutes-to-wait.ts";
import { senderOf } from "../../../../../lib/http/sender-of.ts";
import { WAY_STATUS, wayOf } from "../../../../../lib/http/way-back.ts";
import { WayFailedPage } from "../../../../../lib/ui/customer/account/WayFailedPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, signedIn, log } = ctx.state;
    const way = wayOf(services, ctx.params.provider ?? "");
    const home = signedIn === null ? null : homeOf(signedIn);
    const failed = { way: way.id, label: way.label, home, minutes: 0 };
    try {
      await takeWayTry(services, senderOf(ctx));
      const next = returnPath(ctx.url.searchParams.get("next"), "/");
      const { location, cookies } = await way.begin(next);
      const response = new Response(null, { status: 303, headers: { location } });
      for (const cookie of cookies) response.headers.append("set-cookie", cookie);
      return response;
    } catch (error) {
      if (error instanceof GatewayError && error.gateway === "provider") {
        log.warn("sign-in refused", { code: "provider-unreachable" });
        const init = { status: WAY_STATUS.unreachable, headers: { "retry-after": "30" } };
        return page({ ...failed, reason: "unreachable" as const }, init);
      }
      const { minutes, init } = minutesToWait(error);
      return page({ ...failed, reason: "too-often" as const, minutes }, init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <WayFailedPage locale={state.locale} data={data} />
));
