// Where people with an account sign in.
import PasskeyButton from "../../../../islands/PasskeyButton.tsx";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { type OfferedWays, OtherWays } from "./OtherWays.tsx";
import type { SignInForm } from "./sign-in-form.ts";

/** The form. */
export function SignInPage(
  { locale, form, offered }: { locale: Locale; form: SignInForm; offered: OfferedWays },
) {
  const { account, passkeys } = textsFor(locale);
  const shown = shownErrors(locale, form.errors, { email: form.email }, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <div class="page account">
      <PageHead locale={locale} title={account.signInTitle} isPrivate />
      <h1>{account.signInTitle}</h1>
      <p class="account-lead">{account.signInLead}</p>
      {form.waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shown} />
        : <Notice tone="warn">{account.tooOften(form.waitMinutes)}</Notice>}
      <PasswordForm locale={locale} form={form} errorOf={errorOf} />
      <PasskeyButton
        purpose="sign-in"
        action={paths.signInPasskey()}
        options={paths.signInPasskeyOptions()}
        formToken=""
        next={form.next}
        label={passkeys.signIn}
        busyLabel={passkeys.asking}
        failed={passkeys.failed}
      />
      <WithoutPassword locale={locale} next={form.next} />
      <OtherWays locale={locale} offered={offered} next={form.next} />
    </div>
  );
}

function PasswordForm(
  { locale, form, errorOf }: {
    locale: Locale;
    form: SignInForm;
    errorOf: (name: string) => string | undefined;
  },
) {
  const { account } = textsFor(locale);
  return (
    <form class="field-stack" method="post" action={paths.signIn()}>
      {form.next === "" ? null : <input type="hidden" name="next" value={form.next} />}
      <TextField
        name="email"
        type="email"
        label={account.email}
        value={form.email}
        autoComplete="username"
        error={errorOf("email")}
      />
      <TextField
        name="password"
        type="password"
        label={account.password}
        value=""
        autoComplete="current-password"
        error={errorOf("password")}
      />
      <div class="button-row">
        <SubmitButton label={account.signIn} busyLabel={account.signingIn} />
      </div>
    </form>
  );
}

/** For who has no password, or not any more. */
function WithoutPassword({ locale, next }: { locale: Locale; next: string }) {
  const { joining } = textsFor(locale);
  const query = next === "" ? {} : { next };
  return (
    <ul class="account-ways">
      <li>
        <a href={paths.signInSend(query)}>{joining.byCode}</a>
      </li>
      <li>
        <a href={paths.signInRecover()}>{joining.forgotten}</a>
      </li>
      <li>
        <a href={paths.register(query)}>{joining.noAccount}</a>
      </li>
    </ul>
  );
}
