// Where somebody types the code they were sent.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { Reach } from "../../../accounts/reach.ts";
import { CODE_MINUTES } from "../../../accounts/sent-code.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import type { CodeForm } from "./sign-in-form.ts";

/** What the page shows. */
export interface SentPageData {
  form: CodeForm;
  /** Where the code went; null when there is none any more. */
  reach: Reach | null;
}

/** The form, or that it is too late for it. */
export function SentPage({ locale, data }: { locale: Locale; data: SentPageData }) {
  const { account, joining } = textsFor(locale);
  const { form, reach } = data;
  const again = paths.signInSend(form.next === "" ? {} : { next: form.next });
  return (
    <div class="page account">
      <PageHead locale={locale} title={joining.sentTitle} isPrivate />
      <h1>{joining.sentTitle}</h1>
      {reach === null || form.isOver
        ? (
          <>
            <Notice tone="warn">{joining.sentOver}</Notice>
            <p>
              <a class="button primary" href={again}>{joining.sentAnother}</a>
            </p>
          </>
        )
        : (
          <>
            <p class="account-lead">{joining.sentTo(said(shownReach(reach)), CODE_MINUTES)}</p>
            {form.waitMinutes === null
              ? <ErrorSummary locale={locale} errors={shownErrors(locale, form.errors, {}, "")} />
              : <Notice tone="warn">{account.tooOften(form.waitMinutes)}</Notice>}
            <SentForm locale={locale} form={form} />
            <p class="muted">{joining.sentNothing}</p>
            <p>
              <a href={again}>{joining.sentAnother}</a>
            </p>
          </>
        )}
    </div>
  );
}

/** An address or a number as people read it. */
export function shownReach({ kind, at }: Reach): string {
  return kind === "phone" ? shownPhoneNumber(at) : at;
}

function SentForm({ locale, form }: { locale: Locale; form: CodeForm }) {
  const { account, joining } = textsFor(locale);
  const [error] = shownErrors(locale, form.errors, {}, "");
  return (
    <form class="field-stack" method="post" action={paths.signInSent()}>
      {form.next === "" ? null : <input type="hidden" name="next" value={form.next} />}
      <TextField
        name="code"
        label={joining.code}
        value={form.code}
        keyboard="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={error?.text}
      />
      <div class="button-row">
        <SubmitButton label={account.goOn} busyLabel={account.goingOn} />
      </div>
    </form>
  );
}
