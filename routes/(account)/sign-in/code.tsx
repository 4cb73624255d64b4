// Asks for the second factor, and ends the sign-in.
import { page } from "fresh";
import { homeOf } from "../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../lib/accounts/return-path.ts";
import { halfwayToken } from "../../../lib/accounts/session-cookie.ts";
import { signInBySecondFactor } from "../../../lib/accounts/sign-in-by-second-factor.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { minutesToWait } from "../../../lib/http/minutes-to-wait.ts";
import { signInFrom, withSession } from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { CodePage } from "../../../lib/ui/customer/account/CodePage.tsx";
import { checkCode, EMPTY_CODE } from "../../../lib/ui/customer/account/sign-in-form.ts";

export const handler = define.handlers({
  GET(ctx) {
    const { config } = ctx.state.services;
    const next = ctx.url.searchParams.get("next") ?? "";
    return halfwayToken(ctx.req.headers, secureCookies(config)) === null
      ? ctx.redirect(paths.signIn(next === "" ? {} : { next }), 303)
      : page({ form: { ...EMPTY_CODE, next } });
  },

  async POST(ctx) {
    const { services, log } = ctx.state;
    const form = checkCode(await readForm(ctx.req));
    const token = halfwayToken(ctx.req.headers, secureCookies(services.config));
    if (token === null) return page({ form: { ...form, isOver: true } }, { status: 422 });
    if (form.errors.length > 0) return page({ form }, { status: 422 });
    try {
      const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
      const input = { token, code: form.code };
      const answer = await signInBySecondFactor({ ...services, log }, input, from);
      if (answer.kind === "over") return page({ form: { ...form, isOver: true } }, { status: 422 });
      if (answer.kind === "refused") {
        const errors = [{ field: "code", code: "codeRefused" }] as const;
        return page({ form: { ...form, code: "", errors } }, { status: 422 });
      }
      const { begun, recoveryCodesLeft } = answer;
      const home = recoveryCodesLeft === null ? homeOf(begun) : paths.security({ done: "code" });
      const to = recoveryCodesLeft === null ? returnPath(form.next, home) : home;
      return await withSession(services, begun, ctx.redirect(to, 303));
    } catch (error) {
      const wait = minutesToWait(error);
      return page({ form: { ...form, code: "", waitMinutes: wait.minutes } }, wait.init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <CodePage locale={state.locale} form={data.form} />
));
