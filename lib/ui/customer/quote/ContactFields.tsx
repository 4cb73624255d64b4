// Who travels and how the driver reaches them: two fields, the rest behind one line.
import { MAX_NAME, MAX_NOTE } from "../../../booking/contact.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { ShownError } from "../../parts/ErrorList.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { FlightNumberField } from "../FlightNumberField.tsx";
import type { ContactValues } from "./contact-values.ts";

/** Properties of ContactFields. */
export interface ContactFieldsProps {
  locale: Locale;
  values: ContactValues;
  errors: readonly ShownError[];
  /** Asks for the flight of a trip to or from an airport. */
  asksFlight: boolean;
}

/** A number or an address is never cut where a browser pastes it: a part of it could pass for another. */
const MAX_PASTED = 300;

/** Name and mobile; e-mail, flight and a message once they are wanted. The browser helps to fill them in. */
export function ContactFields(props: ContactFieldsProps) {
  const { locale, values } = props;
  const { quote } = textsFor(locale);
  return (
    <fieldset class="contact-fields">
      <legend>{quote.contact}</legend>
      <div class="field-stack contact-pair">
        <TextField
          name="name"
          label={quote.name}
          value={values.name}
          autoComplete="name"
          maxLength={MAX_NAME}
          error={errorIn(props, "name")}
        />
        <TextField
          name="phone"
          label={quote.phone}
          type="tel"
          value={values.phone}
          autoComplete="tel"
          maxLength={MAX_PASTED}
          hint={quote.phoneHint}
          error={errorIn(props, "phone")}
        />
      </div>
      <MoreFields {...props} />
    </fieldset>
  );
}

/** Open when something stands in it or is wrong with it: nothing that is sent is out of sight. */
function MoreFields(props: ContactFieldsProps) {
  const { locale, values } = props;
  const { quote } = textsFor(locale);
  const isOpen = values.email + values.flightNumber + values.note !== "" ||
    ["email", "flightNumber", "note"].some((field) => errorIn(props, field) !== undefined);
  return (
    <details class="contact-more" open={isOpen}>
      <summary>
        {props.asksFlight ? quote.addMoreFlight : quote.addMore}
        <Icon name="chevron-down" />
      </summary>
      <div class="field-stack">
        <TextField
          name="email"
          label={quote.email}
          type="email"
          value={values.email}
          autoComplete="email"
          maxLength={MAX_PASTED}
          optional={quote.optional}
          error={errorIn(props, "email")}
        />
        {props.asksFlight
          ? (
            <FlightNumberField
              locale={locale}
              value={values.flightNumber}
              error={errorIn(props, "flightNumber")}
            />
          )
          : null}
        <TextField
          name="note"
          label={quote.note}
          value={values.note}
          maxLength={MAX_NOTE}
          rows={2}
          optional={quote.optional}
          hint={quote.noteHint}
          error={errorIn(props, "note")}
        />
      </div>
    </details>
  );
}

function errorIn({ errors }: ContactFieldsProps, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
