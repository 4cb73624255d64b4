// Who travels and how the driver reaches them.
import { MAX_NAME, MAX_NOTE } from "../../../booking/contact.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { ShownError } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import type { ContactValues } from "./contact-values.ts";

/** Properties of ContactFields. */
export interface ContactFieldsProps {
  locale: Locale;
  values: ContactValues;
  errors: readonly ShownError[];
}

/** A number or an address is never cut where a browser pastes it: a part of it could pass for another. */
const MAX_PASTED = 300;

/** Name, phone, e-mail and a message, with the browser's own help to fill them in. */
export function ContactFields({ locale, values, errors }: ContactFieldsProps) {
  const { quote } = textsFor(locale);
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <fieldset class="contact-fields">
      <legend>{quote.contact}</legend>
      <div class="field-stack">
        <TextField
          name="name"
          label={quote.name}
          value={values.name}
          autoComplete="name"
          maxLength={MAX_NAME}
          error={errorFor("name")}
        />
        <TextField
          name="phone"
          label={quote.phone}
          type="tel"
          value={values.phone}
          autoComplete="tel"
          maxLength={MAX_PASTED}
          hint={quote.phoneHint}
          error={errorFor("phone")}
        />
        <TextField
          name="email"
          label={quote.email}
          type="email"
          value={values.email}
          autoComplete="email"
          maxLength={MAX_PASTED}
          optional={quote.optional}
          error={errorFor("email")}
        />
        <TextField
          name="note"
          label={quote.note}
          value={values.note}
          maxLength={MAX_NOTE}
          rows={2}
          optional={quote.optional}
          hint={quote.noteHint}
          error={errorFor("note")}
        />
      </div>
    </fieldset>
  );
}
