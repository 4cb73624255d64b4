// What a person does to how they sign in. What cannot be taken back asks first that they show again who they are.
import { page } from "fresh";
import { SECURITY_ACTS, type SecurityAct } from "../../../../lib/accounts/security-act.ts";
import { passkeyPlace } from "../../../../lib/accounts/passkey.ts";
import { passkeyToken } from "../../../../lib/accounts/session-cookie.ts";
import { secureCookies } from "../../../../lib/assembly/settings.ts";
import { isFresh } from "../../../../lib/accounts/session-rules.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { define } from "../../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../../lib/http/person-form.ts";
import { senderOf } from "../../../../lib/http/sender-of.ts";
import { withCode } from "../../../../lib/http/sign-in-from.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { actOnSecurity } from "../../../../lib/ui/customer/account/act-on-security.ts";
import { SecurityPage } from "../../../../lib/ui/customer/account/SecurityPage.tsx";
import { securityPageData } from "../../../../lib/ui/customer/account/security-page-data.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.security(), 303),

  async POST(ctx) {
    const { services, locale, log } = ctx.state;
    const signedIn = signedInOf(ctx.state);
    const act = actOf(ctx.params.act ?? "");
    const fields = await readPersonForm(ctx.state, ctx.req);
    if (act.needsFreshProof && !isFresh(signedIn.session, services.clock.now())) {
      return ctx.redirect(paths.signInConfirm({ next: paths.security() }), 303);
    }
    const passkey = {
      token: passkeyToken(ctx.req.headers, secureCookies(services.config)),
      place: passkeyPlace(services.config),
    };
    const asker = { locale, network: senderOf(ctx), passkey };
    const answer = await actOnSecurity({ ...services, log }, signedIn, act.name, fields, asker);
    if (answer.kind === "code-sent") {
      return withCode(services, answer.token, ctx.redirect(paths.signInSent(), 303));
    }
    if (answer.kind === "done") return ctx.redirect(paths.security(answer.query), 303);
    const data = await securityPageData(services, signedIn, answer);
    return page(data, { status: answer.errors.length > 0 ? 422 : 200 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SecurityPage locale={state.locale} data={data} />
));

function actOf(name: string): SecurityAct {
  const act = SECURITY_ACTS.find((one) => one.name === name);
  if (act === undefined) throw new RequestError("not-found", {});
  return act;
}
