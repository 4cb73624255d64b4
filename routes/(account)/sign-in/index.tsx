// Signs somebody in by mail address and password.
import { page } from "fresh";
import { returnPath } from "../../../lib/accounts/return-path.ts";
import { signInByPassword } from "../../../lib/accounts/sign-in-by-password.ts";
import { offeredWays } from "../../../lib/accounts/identity/identity-view.ts";
import { homeOf } from "../../../lib/accounts/person-home.ts";
import { minutesToWait } from "../../../lib/http/minutes-to-wait.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { signInFrom, withHalfway, withSession } from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { SignInPage } from "../../../lib/ui/customer/account/SignInPage.tsx";
import { checkSignIn, EMPTY_SIGN_IN } from "../../../lib/ui/customer/account/sign-in-form.ts";

export const handler = define.handlers({
  GET: (ctx) => page({ form: { ...EMPTY_SIGN_IN, next: ctx.url.searchParams.get("next") ?? "" } }),

  async POST(ctx) {
    const { services, log } = ctx.state;
    const fields = await readForm(ctx.req);
    const { form, password } = checkSignIn(fields);
    if (form.errors.length > 0) return page({ form }, { status: 422 });
    try {
      const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
      const input = { email: form.email, password };
      const answer = await signInByPassword({ ...services, log }, input, from);
      if (answer.kind === "refused") {
        const errors = [{ field: "email", code: "signInRefused" }] as const;
        return page({ form: { ...form, errors } }, { status: 422 });
      }
      if (answer.kind === "halfway") {
        const next = form.next === "" ? {} : { next: form.next };
        const response = ctx.redirect(paths.signInCode(next), 303);
        return withHalfway(services, answer.token, response);
      }
      const to = returnPath(form.next, homeOf(answer.begun));
      return await withSession(services, answer.begun, ctx.redirect(to, 303));
    } catch (error) {
      const wait = minutesToWait(error);
      return page({ form: { ...form, waitMinutes: wait.minutes } }, wait.init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SignInPage locale={state.locale} form={data.form} offered={offeredWays(state.services)} />
));
