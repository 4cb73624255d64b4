// Sends a code to sign in with, to whoever asks; nobody learns whether there is an account.
import { page } from "fresh";
import { sendSignInCode } from "../../../lib/accounts/send-code.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { minutesToWait } from "../../../lib/http/minutes-to-wait.ts";
import { senderOf } from "../../../lib/http/sender-of.ts";
import { withCode } from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { checkReach, EMPTY_JOIN, typedJoin } from "../../../lib/ui/customer/account/join-form.ts";
import { SendCodePage } from "../../../lib/ui/customer/account/JoinPage.tsx";

export const handler = define.handlers({
  GET: (ctx) => page({ form: { ...EMPTY_JOIN, next: ctx.url.searchParams.get("next") ?? "" } }),

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const form = typedJoin(await readForm(ctx.req));
    const checked = checkReach(form);
    if (!checked.ok) return page({ form: { ...form, errors: checked.errors } }, { status: 422 });
    try {
      const asked = { reach: checked.value, locale, network: senderOf(ctx) };
      const token = await sendSignInCode(services, asked);
      const next = form.next === "" ? {} : { next: form.next };
      return withCode(services, token, ctx.redirect(paths.signInSent(next), 303));
    } catch (error) {
      const wait = minutesToWait(error);
      return page({ form: { ...form, waitMinutes: wait.minutes } }, wait.init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SendCodePage locale={state.locale} form={data.form} />
));
