// The way back into an account: a new password, and a code of the second factor where there is one.
import { page } from "fresh";
import {
  MIN_PASSWORD_ALONE,
  MIN_PASSWORD_WITH_FACTOR,
} from "../../../../lib/accounts/password-rules.ts";
import { homeOf } from "../../../../lib/accounts/person-home.ts";
import {
  lookAtRecovery,
  recoverAccount,
  type RecoveryView,
} from "../../../../lib/accounts/recover-account.ts";
import type { FieldError } from "../../../../lib/forms/field-error.ts";
import { readForm } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { minutesToWait } from "../../../../lib/http/minutes-to-wait.ts";
import { signInFrom, withHalfway, withSession } from "../../../../lib/http/sign-in-from.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import {
  type NewPasswordData,
  NewPasswordPage,
} from "../../../../lib/ui/customer/account/RecoveryPages.tsx";

export const handler = define.handlers({
  /** Looking at a link does not use it: mail scanners and prefetching browsers look too. */
  async GET(ctx) {
    const { services, log } = ctx.state;
    const token = ctx.params.token ?? "";
    return shown(token, await lookAtRecovery({ ...services, log }, token));
  },

  async POST(ctx) {
    const { services, log } = ctx.state;
    const token = ctx.params.token ?? "";
    const fields = await readForm(ctx.req);
    const typed = {
      token,
      password: fields.get("newPassword") ?? "",
      code: fields.get("code") ?? "",
    };
    const deps = { ...services, log };
    try {
      const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
      const answer = await recoverAccount(deps, typed, from);
      if (answer.kind === "link") return shown(token, { state: answer.state });
      if (answer.kind === "password" || answer.kind === "code") {
        const error: FieldError = answer.kind === "code"
          ? { field: "code", code: "codeRefused" }
          : { field: "newPassword", code: answer.problem };
        return shown(token, await lookAtRecovery(deps, token), { errors: [error] });
      }
      if (answer.kind === "halfway") {
        return withHalfway(services, answer.token, ctx.redirect(paths.signInCode(), 303));
      }
      const response = ctx.redirect(homeOf(answer.begun), 303);
      return await withSession(services, answer.begun, response);
    } catch (error) {
      const { minutes, init } = minutesToWait(error);
      const view = await lookAtRecovery(deps, token);
      return shown(token, view, { waitMinutes: minutes }, init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <NewPasswordPage locale={state.locale} data={data} />
));

function shown(
  token: string,
  view: RecoveryView,
  more: Partial<NewPasswordData> = {},
  init?: ResponseInit,
) {
  const isStrict = view.state === "usable" && view.needsCode;
  const minPassword = isStrict ? MIN_PASSWORD_WITH_FACTOR : MIN_PASSWORD_ALONE;
  const status = view.state !== "usable" ? 410 : more.errors === undefined ? 200 : 422;
  const data: NewPasswordData = {
    token,
    view,
    minPassword,
    errors: [],
    waitMinutes: null,
    ...more,
  };
  return page(data, init ?? { status });
}
