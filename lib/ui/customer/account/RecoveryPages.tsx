// The way back into an account: that a link is on its way, and the new password it leads to.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { Reach } from "../../../accounts/reach.ts";
import type { RecoveryView } from "../../../accounts/recover-account.ts";
import { RECOVERY_MINUTES } from "../../../accounts/entry-link.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { shownReach } from "./SentPage.tsx";

/** Said alike of an address with an account and of one without. */
export function RecoverySentPage({ locale, reach }: { locale: Locale; reach: Reach }) {
  const { joining } = textsFor(locale);
  return (
    <div class="page account">
      <PageHead locale={locale} title={joining.recoverTitle} isPrivate />
      <h1>{joining.recoverTitle}</h1>
      <div role="status">
        <Notice tone="ok">{joining.recoverSent(said(shownReach(reach)), RECOVERY_MINUTES)}</Notice>
      </div>
      <p class="muted">{joining.recoverOther}</p>
    </div>
  );
}

/** What the page of the link shows. */
export interface NewPasswordData {
  token: string;
  view: RecoveryView;
  minPassword: number;
  errors: readonly FieldError[];
  waitMinutes: number | null;
}

/** Asks for the new password, and a code where there is an app; or says why the link is of no use. */
export function NewPasswordPage({ locale, data }: { locale: Locale; data: NewPasswordData }) {
  const { account, joining } = textsFor(locale);
  const { view, waitMinutes } = data;
  return (
    <div class="page account">
      <PageHead locale={locale} title={joining.newTitle} isPrivate />
      <h1>{joining.newTitle}</h1>
      {view.state === "usable"
        ? (
          <>
            <p class="account-lead">{joining.newLead(said(view.name))}</p>
            {waitMinutes === null
              ? <ErrorSummary locale={locale} errors={shownErrors(locale, data.errors, {}, "")} />
              : <Notice tone="warn">{account.tooOften(waitMinutes)}</Notice>}
            <NewPasswordForm locale={locale} data={data} needsCode={view.needsCode} />
          </>
        )
        : (
          <>
            <Notice tone="warn">{joining.linkDead[view.state]}</Notice>
            <p>
              <a class="button primary" href={paths.signInRecover()}>{joining.askAnew}</a>
            </p>
          </>
        )}
    </div>
  );
}

function NewPasswordForm(
  { locale, data, needsCode }: { locale: Locale; data: NewPasswordData; needsCode: boolean },
) {
  const { account, joining } = textsFor(locale);
  const shown = shownErrors(locale, data.errors, {}, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <form class="field-stack" method="post" action={paths.signInRecovery(data.token)}>
      <TextField
        name="newPassword"
        type="password"
        label={account.newPassword}
        value=""
        hint={account.newPasswordHint(data.minPassword)}
        autoComplete="new-password"
        error={errorOf("newPassword")}
      />
      {needsCode && (
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
        <SubmitButton label={joining.newSave} busyLabel={account.saving} />
      </div>
    </form>
  );
}
