// A new time for a booking: ask for it, show its frozen price and the difference, then move.
import { dateOf, timeOf } from "../../../kernel/wall-time.ts";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { DomainError } from "../../../errors/domain-error.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { bookingCan } from "../../../booking/booking-rules.ts";
import { agreedTerms } from "../../../booking/cancellation-rules.ts";
import { feeSummary } from "../../../fees/fee-rules.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { paths } from "../../../kernel/paths.ts";
import type { TripFormValues } from "../../../trip/trip-input.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Quote } from "../../../pricing/quote.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { openQuestions, shownErrors } from "../shown-errors.ts";
import type { PickupChoices } from "../trip/pickup-choices.ts";
import { pickupChecks } from "../trip/trip-checks.ts";
import { PickupField } from "../trip/PickupField.tsx";
import { PickupQuestion } from "../trip/PickupQuestion.tsx";
import { CannotPage } from "./CannotPage.tsx";
import { ManagePage } from "./ManagePage.tsx";
import { NewPrice } from "./NewPrice.tsx";

/** What came of the time asked for. */
export interface NewTime {
  values: TripFormValues;
  errors: readonly FieldError[];
  /** The new price, once a time was asked for. */
  quote: Quote | null;
  refusal: DomainError | null;
}

/** Properties of ReschedulePage. */
export interface ReschedulePageProps extends NewTime {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  choices: PickupChoices;
}

/** The page in whichever of its steps it is. */
export function ReschedulePage(props: ReschedulePageProps) {
  const { locale, booking, quote, refusal } = props;
  const { today } = props.choices;
  const page = { ...props, today };
  const texts = textsFor(locale).booking;
  if (refusal?.code === "reschedule-too-late") {
    const { freeUntilMinutes } = feeSummary(agreedTerms(booking));
    const text = freeUntilMinutes === null
      ? textsFor(locale).problems["reschedule-too-late"]
      : texts.tooLateToMove(freeUntilMinutes);
    return <CannotPage {...page} title={texts.cannotChangeTitle} text={text} />;
  }
  if (refusal?.code === "moved-too-often") {
    const text = textsFor(locale).problems["moved-too-often"];
    return <CannotPage {...page} title={texts.cannotChangeTitle} text={text} />;
  }
  if (!bookingCan("reschedule", booking.status)) {
    return <CannotPage {...page} title={texts.cannotChangeTitle} />;
  }
  const option = quote?.options.find((each) => each.vehicleClass === booking.trip.vehicleClass);
  return (
    <ManagePage {...page} title={texts.rescheduleTitle}>
      {quote !== null && option !== undefined
        ? <NewPrice {...page} quote={quote} totalOre={option.totalOre} />
        : (
          <>
            <p>
              {texts.rescheduleLead(
                formatMoment(locale, booking.trip.pickup.wallTime, today),
              )}
            </p>
            <Refusal {...props} />
            <TimeForm {...props} />
          </>
        )}
    </ManagePage>
  );
}

function TimeForm({ locale, link, values, errors, choices }: ReschedulePageProps) {
  const { booking: texts } = textsFor(locale);
  const shown = shownErrors(locale, errors, values, choices.today);
  const errorFor = (field: string) => shown.find((error) => error.field === field)?.text;
  return (
    <form class="field-stack" method="post" action={paths.rescheduleBooking(link)} noValidate>
      <ErrorSummary locale={locale} errors={shown} checks={pickupChecks(locale)} />
      <PickupField
        locale={locale}
        date={values.date}
        time={values.time}
        choices={choices}
        errors={{ date: errorFor("date"), time: errorFor("time") }}
      />
      <PickupQuestion locale={locale} question={openQuestions(errors, values).pickup} />
      <div class="button-row">
        <SubmitButton label={texts.showNewPrice} busyLabel={texts.changing} />
      </div>
    </form>
  );
}

function Refusal({ locale, booking, link, refusal, values, choices }: ReschedulePageProps) {
  if (refusal === null) return null;
  const { quote } = textsFor(locale);
  if (refusal.code === "quote-expired") return <Notice tone="warn">{quote.expiredTitle}.</Notice>;
  const { alternatives } = refusal.details;
  const times = Array.isArray(alternatives) ? alternatives.map(String).map(wallTimeOf) : [];
  const { today } = choices;
  const moment = formatMoment(locale, `${values.date}T${values.time}`, today);
  const vehicle = quote.classes[booking.trip.vehicleClass].name;
  return (
    <>
      <Notice tone="warn">
        {times.length === 0
          ? quote.noVehicleNoTimes(vehicle, moment)
          : quote.noVehicleText(vehicle, moment)}
      </Notice>
      <ul class="later-times" aria-label={quote.alternativesLabel}>
        {times.map((wallTime) => (
          <li>
            <form method="post" action={paths.rescheduleBooking(link)}>
              <input type="hidden" name="date" value={dateOf(wallTime)} />
              <input type="hidden" name="time" value={timeOf(wallTime)} />
              <button type="submit" class="button later-time">
                <span>{formatMoment(locale, wallTime, today)}</span>
                <Icon name="arrow-right" />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
