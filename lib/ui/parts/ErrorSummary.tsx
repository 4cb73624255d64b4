// What is wrong with a form, on top of it: from the server when it came back, from the page before it is sent.
import { asset } from "fresh/runtime";
import FormErrors from "../../../islands/FormErrors.tsx";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import { SUPPORT_PHONE } from "../../kernel/support-phone.ts";
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import type { ShownError } from "./ErrorList.tsx";
import type { FieldCheck } from "./form-errors.ts";

/** Properties of ErrorSummary. */
export interface ErrorSummaryProps {
  locale: Locale;
  errors: readonly ShownError[];
  /** What the page may say before the form is sent; the server's answer is the last word. */
  checks?: readonly FieldCheck[];
}

/** The summary; nothing to see without errors. Stands in its form. */
export function ErrorSummary({ locale, errors, checks = [] }: ErrorSummaryProps) {
  const { fieldErrors, shell } = textsFor(locale);
  return (
    <FormErrors
      locale={locale}
      summary={fieldErrors.summary}
      errors={errors}
      checks={checks}
      icons={asset("/icons.svg")}
      call={shell.callUs(shownPhoneNumber(SUPPORT_PHONE))}
    />
  );
}
