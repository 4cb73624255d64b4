// Links an identity that waits to the account of who is signed in.
import { page } from "fresh";
import { makeFormToken } from "../../../../lib/accounts/form-token.ts";
import {
  clearedPendingCookie,
  pendingToken,
} from "../../../../lib/accounts/identity/identity-cookies.ts";
import { labelOf } from "../../../../lib/accounts/identity/identity-view.ts";
import { linkIdentity, lookAtPending } from "../../../../lib/accounts/identity/link-identity.ts";
import { isFresh } from "../../../../lib/accounts/session-rules.ts";
import { secureCookies } from "../../../../lib/assembly/settings.ts";
import { define, type State } from "../../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../../lib/http/person-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { LinkPage, type LinkPageData } from "../../../../lib/ui/customer/account/LinkPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const data = await pageData(ctx.state, ctx.req);
    return data === null ? ctx.redirect(paths.security(), 303) : page(data);
  },

  async POST(ctx) {
    const { services } = ctx.state;
    const { person, session } = signedInOf(ctx.state);
    await readPersonForm(ctx.state, ctx.req);
    const data = await pageData(ctx.state, ctx.req);
    const secure = secureCookies(services.config);
    const token = pendingToken(ctx.req.headers, secure);
    if (data === null || token === null) return ctx.redirect(paths.security(), 303);
    if (!isFresh(session, services.clock.now())) {
      return ctx.redirect(paths.signInConfirm({ next: paths.signInLink() }), 303);
    }
    const refusal = await linkIdentity(services, person, token);
    if (refusal !== null) return page({ ...data, refusal }, { status: 422 });
    const response = ctx.redirect(paths.security({ done: "linked" }), 303);
    response.headers.append("set-cookie", clearedPendingCookie(secure));
    return response;
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <LinkPage locale={state.locale} data={data} />
));

/** What the page shows; null when nothing waits. */
async function pageData(
  { services, signedIn }: State,
  req: Request,
): Promise<LinkPageData | null> {
  const token = pendingToken(req.headers, secureCookies(services.config));
  const pending = token === null ? null : await lookAtPending(services, token);
  if (pending === null) return null;
  const { source, address, isAddressVerified } = pending;
  const said = { label: labelOf(services.ways, source), address };
  const refusal = isAddressVerified ? null : "unverified";
  if (signedIn === null) return { ...said, step: "sign-in", formToken: "", refusal };
  const formToken = await makeFormToken(signedIn.session, services.randomBytes);
  const step = isFresh(signedIn.session, services.clock.now()) ? "link" : "confirm";
  return { ...said, step, formToken, refusal };
}
