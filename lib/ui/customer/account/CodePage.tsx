// The second of two factors.
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
import type { CodeForm } from "./sign-in-form.ts";

/** The form, or why it is too late for it. */
export function CodePage({ locale, form }: { locale: Locale; form: CodeForm }) {
  const { account, passkeys } = textsFor(locale);
  const shown = shownErrors(locale, form.errors, {}, "");
  if (form.isOver) {
    return (
      <div class="page account">
        <PageHead locale={locale} title={account.codeTitle} isPrivate />
        <h1>{account.codeTitle}</h1>
        <Notice tone="warn">{account.codeOver}</Notice>
        <p>
          <a class="button primary" href={paths.signIn()}>{account.signIn}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="page account">
      <PageHead locale={locale} title={account.codeTitle} isPrivate />
      <h1>{account.codeTitle}</h1>
      <p class="account-lead">{account.codeLead}</p>
      {form.waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shown} />
        : <Notice tone="warn">{account.tooOften(form.waitMinutes)}</Notice>}
      <form class="field-stack" method="post" action={paths.signInCode()}>
        {form.next === "" ? null : <input type="hidden" name="next" value={form.next} />}
        <TextField
          name="code"
          label={account.code}
          value={form.code}
          hint={account.codeHint}
          autoComplete="one-time-code"
          maxLength={20}
          error={shown.find(({ field }) => field === "code")?.text}
        />
        <div class="button-row">
          <SubmitButton label={account.goOn} busyLabel={account.goingOn} />
        </div>
      </form>
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
    </div>
  );
}
