// Where a customer finds their ticket without its address: by the code on it and their phone number.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { FieldError } from "../../../forms/field-error.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { SUPPORT_PHONE } from "../../../kernel/support-phone.ts";

/** What stands in the fields, and what came of it. */
export interface FindTicketForm {
  values: { reference: string; phone: string };
  errors: readonly FieldError[];
  /** Minutes until there is another try; null while there is one. */
  waitMinutes: number | null;
}

/** A form nobody has written in. */
export const EMPTY_FIND: FindTicketForm = {
  values: { reference: "", phone: "" },
  errors: [],
  waitMinutes: null,
};

/** The form, and what to do without a code. */
export function FindTicket({ locale, form }: { locale: Locale; form: FindTicketForm }) {
  const { booking: texts, quote } = textsFor(locale);
  const { values, waitMinutes } = form;
  const shown = shownErrors(locale, form.errors, values, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  // A number is read, and dialled, in one piece.
  // Never broken between two lines, at a space or after a hyphen.
  const phone = shownPhoneNumber(SUPPORT_PHONE).replaceAll(" ", "\u00a0")
    .replaceAll("-", "-\u2060");
  return (
    <div class="page refused">
      <PageHead locale={locale} title={texts.findTitle} />
      <h1>{texts.findTitle}</h1>
      <p class="refused-text">{texts.findText}</p>
      {waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shown} />
        : <Notice tone="warn">{texts.findTooOften(waitMinutes, phone)}</Notice>}
      <form class="field-stack" method="post" action={paths.findBooking()}>
        <TextField
          name="reference"
          isCode
          label={texts.reference}
          value={values.reference}
          hint={texts.findReferenceHint}
          maxLength={20}
          error={errorOf("reference")}
        />
        <TextField
          name="phone"
          type="tel"
          label={quote.phone}
          value={values.phone}
          hint={texts.findPhoneHint}
          autoComplete="tel"
          error={errorOf("phone")}
        />
        <div class="button-row">
          <SubmitButton label={texts.findSubmit} busyLabel={texts.finding} />
        </div>
      </form>
      <p class="muted">
        {texts.findLink} {texts.findLost(phone)}
      </p>
      <p>
        <a href={paths.sendTicketLink()}>{texts.sendLinkTitle}</a>
      </p>
    </div>
  );
}
