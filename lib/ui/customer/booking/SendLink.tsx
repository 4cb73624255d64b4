// Where a customer without link and code has the link sent again. What it says is the same whether there is a ride or not.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { FieldError } from "../../../forms/field-error.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { SUPPORT_PHONE } from "../../../kernel/support-phone.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";

/** What stands in the field, and what came of it. */
export interface SendLinkForm {
  reach: string;
  errors: readonly FieldError[];
  waitMinutes: number | null;
  isSent: boolean;
}

/** A form nobody has written in. */
export const EMPTY_SEND: SendLinkForm = {
  ...{ reach: "", errors: [], waitMinutes: null, isSent: false },
};

/** The form. */
export function SendLink({ locale, form }: { locale: Locale; form: SendLinkForm }) {
  const { booking: texts } = textsFor(locale);
  const { reach, errors, waitMinutes, isSent } = form;
  const shown = shownErrors(locale, errors, { reach }, "");
  const phone = shownPhoneNumber(SUPPORT_PHONE).replaceAll(" ", "\u00a0")
    .replaceAll("-", "-\u2060");
  return (
    <div class="page refused">
      <PageHead locale={locale} title={texts.sendLinkTitle} />
      <h1>{texts.sendLinkTitle}</h1>
      {isSent && (
        <div role="status">
          <Notice tone="ok">{texts.sendLinkDone}</Notice>
        </div>
      )}
      <p class="refused-text">{texts.sendLinkText}</p>
      {waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shown} />
        : <Notice tone="warn">{texts.findTooOften(waitMinutes, phone)}</Notice>}
      <form class="field-stack" method="post" action={paths.sendTicketLink()}>
        <TextField
          name="reach"
          label={texts.sendLinkReach}
          value={reach}
          maxLength={254}
          autoComplete="email"
          error={shown.find(({ field }) => field === "reach")?.text}
        />
        <div class="button-row">
          <SubmitButton label={texts.sendLinkSubmit} busyLabel={texts.sendingLink} />
        </div>
      </form>
      <p class="muted">{texts.findLost(phone)}</p>
    </div>
  );
}
