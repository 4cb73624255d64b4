// Where somebody comes back to from a provider of sign-in.
import { page } from "fresh";
import { homeOf } from "../../../../../lib/accounts/person-home.ts";
import { define } from "../../../../../lib/http/define.ts";
import { WAY_STATUS, wayBack, wayOf } from "../../../../../lib/http/way-back.ts";
import { OnwardPage } from "../../../../../lib/ui/customer/account/OnwardPage.tsx";
import {
  type WayFailedData,
  WayFailedPage,
} from "../../../../../lib/ui/customer/account/WayFailedPage.tsx";

type Data = { kind: "onward"; to: string } | { kind: "failed" } & WayFailedData;

export const handler = define.handlers({
  async GET(ctx) {
    const { services, signedIn } = ctx.state;
    const way = wayOf(services, ctx.params.provider ?? "");
    const { req, url, info } = ctx;
    const back = await wayBack(ctx.state, way, { req, url, remoteAddr: info?.remoteAddr });
    const { headers } = back;
    if (back.kind === "onward") return page<Data>({ kind: "onward", to: back.to }, { headers });
    const { reason } = back;
    const home = signedIn === null ? null : homeOf(signedIn);
    const data = { way: way.id, label: way.label, reason, home };
    return page<Data>({ kind: "failed", ...data }, { status: WAY_STATUS[reason], headers });
  },
});

export default define.page<typeof handler>(({ data, state }) =>
  data.kind === "onward"
    ? <OnwardPage locale={state.locale} to={data.to} />
    : <WayFailedPage locale={state.locale} data={data} />
);
