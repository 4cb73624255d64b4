// Correcting the phone number, the flight and the message to the driver.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { BookingDetails } from "../../../booking/booking.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { bookingCan } from "../../../booking/booking-rules.ts";
import { MAX_NOTE } from "../../../booking/contact.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { FlightNumberField } from "../FlightNumberField.tsx";
import { shownErrors } from "../shown-errors.ts";
import { CannotPage } from "./CannotPage.tsx";
import { ManagePage } from "./ManagePage.tsx";

/** Properties of DetailsPage. */
export interface DetailsPageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  today: string;
  /** Asks for the flight of a trip to or from an airport. */
  asksFlight: boolean;
  values: BookingDetails;
  errors: readonly FieldError[];
}

/** The form beside the ticket. */
export function DetailsPage(props: DetailsPageProps) {
  const { locale, booking, link, values, today } = props;
  const { ticket, booking: texts, quote } = textsFor(locale);
  if (!bookingCan("change-details", booking.status)) {
    return <CannotPage {...props} title={ticket.cannotDetailsTitle} />;
  }
  const shown = shownErrors(locale, props.errors, { ...values }, today);
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <ManagePage {...props} title={ticket.detailsTitle}>
      <p>{ticket.detailsLead}</p>
      <form class="field-stack" method="post" action={paths.bookingDetails(link)}>
        <ErrorSummary locale={locale} errors={shown} />
        <TextField
          name="phone"
          type="tel"
          label={quote.phone}
          value={values.phone}
          hint={quote.phoneHint}
          autoComplete="tel"
          error={errorOf("phone")}
        />
        {props.asksFlight
          ? (
            <FlightNumberField
              locale={locale}
              value={values.flightNumber}
              error={errorOf("flightNumber")}
            />
          )
          : null}
        <TextField
          name="note"
          label={texts.note}
          value={values.note}
          optional={quote.optional}
          maxLength={MAX_NOTE}
          rows={3}
          error={errorOf("note")}
        />
        <div class="button-row">
          <SubmitButton label={ticket.detailsSave} busyLabel={ticket.detailsSaving} />
          <a class="button" href={paths.booking(link)} aria-current="false">{texts.toTicket}</a>
        </div>
      </form>
    </ManagePage>
  );
}
