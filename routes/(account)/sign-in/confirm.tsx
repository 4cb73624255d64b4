// Shows again who somebody is, before what cannot be taken back.
import { type Context, page } from "fresh";
import { confirmMeans, confirmPerson } from "../../../lib/accounts/confirm-person.ts";
import { makeFormToken } from "../../../lib/accounts/form-token.ts";
import { passkeyPlace } from "../../../lib/accounts/passkey.ts";
import { passkeyToken } from "../../../lib/accounts/session-cookie.ts";
import { confirmByPasskey } from "../../../lib/accounts/sign-in-by-passkey.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
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
    if (fields.has("credential")) return await byPasskey(ctx, fields);
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

/** The same by a passkey. */
async function byPasskey(ctx: Context<State>, fields: ReadonlyMap<string, string>) {
  const { services, log } = ctx.state;
  const next = fields.get("next") ?? "";
  const used = {
    token: passkeyToken(ctx.req.headers, secureCookies(services.config)),
    credential: fields.get("credential") ?? "",
    place: passkeyPlace(services.config),
  };
  if (await confirmByPasskey({ ...services, log }, signedInOf(ctx.state), used)) {
    return ctx.redirect(returnPath(next, paths.security()), 303);
  }
  const errors = [{ field: "passkey", code: "passkeyRefused" }] as const;
  return page(await pageData(ctx.state, { next, errors }), { status: 422 });
}

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
