// The list on top of a form that came back: how many details to look at, each a link to its field.
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import type { Locale } from "../../kernel/locale.ts";
import { formatCount } from "../../i18n/format.ts";
import { textsFor } from "../../i18n/texts.ts";
import { Icon } from "./Icon.tsx";

/** An error as people read it, tied to the id of the element it is about. */
export interface ShownError {
  field: string;
  text: string;
  /** Our number, E.164, where a call is the way on. */
  phone?: string;
}

/** The error summary; nothing when there are no errors. Takes focus when the page arrives. */
export function ErrorSummary({ locale, errors }: { locale: Locale; errors: ShownError[] }) {
  if (errors.length === 0) return null;
  const { fieldErrors, shell } = textsFor(locale);
  const phone = errors.find((error) => error.phone !== undefined)?.phone;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="errors-title">
      <h2 id="errors-title">
        <Icon name="circle-alert" />
        {formatCount(locale, errors.length, fieldErrors.summary)}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      {phone === undefined ? null : (
        <p>
          <a href={`tel:${phone}`}>{shell.callUs(shownPhoneNumber(phone))}</a>
        </p>
      )}
    </div>
  );
}
