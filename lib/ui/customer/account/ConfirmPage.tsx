// Asks somebody who is signed in to show again who they are.
import PasskeyButton from "../../../../islands/PasskeyButton.tsx";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { FRESH_MINUTES } from "../../../accounts/session-rules.ts";
import type { ConfirmMeans } from "../../../accounts/confirm-person.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";

/** What the page shows. */
export interface ConfirmPageData {
  means: ConfirmMeans;
  formToken: string;
  next: string;
  errors: readonly FieldError[];
  waitMinutes: number | null;
}

/** The form; without a password, how else to go on. */
export function ConfirmPage({ locale, data }: { locale: Locale; data: ConfirmPageData }) {
  const { account, joining, passkeys } = textsFor(locale);
  const { means, formToken, next, waitMinutes } = data;
  const shown = shownErrors(locale, data.errors, {}, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <div class="page account">
      <PageHead locale={locale} title={account.confirmTitle} isPrivate />
      <h1>{account.confirmTitle}</h1>
      <p class="account-lead">
        {means.hasPassword || means.hasPasskey
          ? account.confirmLead
          : account.confirmAnew(FRESH_MINUTES)}
      </p>
      {!means.hasPassword && !means.hasPasskey && (
        <p>
          <a class="button primary" href={paths.signInSend(next === "" ? {} : { next })}>
            {joining.byCode}
          </a>
        </p>
      )}
      {waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shown} />
        : <Notice tone="warn">{account.tooOften(waitMinutes)}</Notice>}
      {means.hasPassword && <PasswordForm {...{ locale, data, errorOf }} />}
      {means.hasPasskey && (
        <PasskeyButton
          purpose="confirm"
          action={paths.signInConfirm()}
          options={paths.signInPasskeyOptions()}
          formToken={formToken}
          next={next}
          label={passkeys.confirm}
          busyLabel={passkeys.asking}
          failed={passkeys.failed}
        />
      )}
    </div>
  );
}

function PasswordForm({ locale, data, errorOf }: {
  locale: Locale;
  data: ConfirmPageData;
  errorOf: (name: string) => string | undefined;
}) {
  const { account } = textsFor(locale);
  const { means, formToken, next } = data;
  return (
    <form class="field-stack" method="post" action={paths.signInConfirm()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="password"
        type="password"
        label={account.password}
        value=""
        autoComplete="current-password"
        error={errorOf("password")}
      />
      {means.hasApp && (
        <TextField
          name="code"
          label={account.code}
          value=""
          hint={account.codeHint}
          autoComplete="one-time-code"
          maxLength={20}
          error={errorOf("code")}
        />
      )}
      <div class="button-row">
        <SubmitButton label={account.goOn} busyLabel={account.goingOn} />
      </div>
    </form>
  );
}
