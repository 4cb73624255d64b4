import { page } from "fresh";
import { linkState } from "../../../lib/accounts/one-time-link.ts";
import { sessionCookie } from "../../../lib/accounts/session-cookie.ts";
import { signIn } from "../../../lib/accounts/sign-in.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { EnterPage } from "../../../lib/ui/operator/frame/EnterPage.tsx";

export const handler = define.handlers({
  /** Looking at a link does not use it: mail scanners and prefetching browsers look too. */
  async GET(ctx) {
    const state = await linkState(ctx.state.services, ctx.params.token ?? "");
    return page({ state }, { status: state === "usable" ? 200 : 410 });
  },
  async POST(ctx) {
    const { services, operator, log } = ctx.state;
    const input = { token: ctx.params.token ?? "", formerSessionId: operator?.id ?? null };
    const answer = await signIn({ ...services, log }, input);
    if (!answer.ok) return page({ state: answer.reason }, { status: 410 });
    const cookie = sessionCookie(answer.secret, secureCookies(services.config));
    const response = ctx.redirect(paths.admin(), 303);
    response.headers.append("set-cookie", cookie);
    return response;
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <EnterPage locale={state.locale} url={url} state={data.state} />
));
