// Shows again who somebody is, before what cannot be taken back.
import { page } from "fresh";
import { confirmMeans, confirmPerson } from "../../../lib/accounts/confirm-person.ts";
import { makeFormToken } from "../../../lib/accounts/form-token.ts";
import { returnPath } from "../../../lib/accounts/return-path.ts";
import { define, type State } from "../../../lib/http/define.ts";
import { minutesToWait } from "../../../lib/http/minutes-to-wait.ts";
import { readPersonForm, signedInOf } from "../../../lib/http/person-form.ts";
import { signInFrom } from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import {
  ConfirmPage,
  type ConfirmPageData,
} from "../../../lib/ui/customer/account/ConfirmPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    if (ctx.state.signedIn === null) return ctx.redirect(paths.signIn(), 303);
    return page(await pageData(ctx.state, { next: ctx.url.searchParams.get("next") ?? "" }));
  },

  async POST(ctx) {
    const { services, log } = ctx.state;
    const signedIn = signedInOf(ctx.state);
    const fields = await readPersonForm(ctx.state, ctx.req);
    const next = fields.get("next") ?? "";
    const typed = { password: fields.get("password") ?? "", code: fields.get("code") ?? "" };
    try {
      const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
      const isConfirmed = await confirmPerson({ ...services, log }, signedIn, typed, from);
      if (isConfirmed) return ctx.redirect(returnPath(next, paths.security()), 303);
      const errors = [{ field: "password", code: "confirmRefused" }] as const;
      return page(await pageData(ctx.state, { next, errors }), { status: 422 });
    } catch (error) {
      const { minutes, init } = minutesToWait(error);
      return page(await pageData(ctx.state, { next, waitMinutes: minutes }), init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ConfirmPage locale={state.locale} data={data} />
));

async function pageData(
  state: State,
  more: Partial<ConfirmPageData> & { next: string },
): Promise<ConfirmPageData> {
  const { services } = state;
  const { person, session } = signedInOf(state);
  const [means, formToken] = await Promise.all([
    confirmMeans(services, person.id),
    makeFormToken(session, services.randomBytes),
  ]);
  return { means, formToken, errors: [], waitMinutes: null, ...more };
}
