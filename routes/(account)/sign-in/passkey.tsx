// Signs somebody in by a passkey.
import { page } from "fresh";
import { offeredWays } from "../../../lib/accounts/identity/identity-view.ts";
import { passkeyPlace } from "../../../lib/accounts/passkey.ts";
import { homeOf } from "../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../lib/accounts/return-path.ts";
import { passkeyToken } from "../../../lib/accounts/session-cookie.ts";
import { signInByPasskey } from "../../../lib/accounts/sign-in-by-passkey.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { signInFrom, withSession } from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { SignInPage } from "../../../lib/ui/customer/account/SignInPage.tsx";
import { EMPTY_SIGN_IN } from "../../../lib/ui/customer/account/sign-in-form.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.signIn(), 303),

  async POST(ctx) {
    const { services, log } = ctx.state;
    const fields = await readForm(ctx.req);
    const next = fields.get("next") ?? "";
    const used = {
      token: passkeyToken(ctx.req.headers, secureCookies(services.config)),
      credential: fields.get("credential") ?? "",
      place: passkeyPlace(services.config),
    };
    const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
    const begun = await signInByPasskey({ ...services, log }, used, from);
    if (begun === null) {
      const errors = [{ field: "passkey", code: "passkeyRefused" }] as const;
      return page({ form: { ...EMPTY_SIGN_IN, next, errors } }, { status: 422 });
    }
    return await withSession(services, begun, ctx.redirect(returnPath(next, homeOf(begun)), 303));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SignInPage locale={state.locale} form={data.form} offered={offeredWays(state.services)} />
));
