// The form that asks for a price: from, to, when, how many, how much luggage.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import TripPreview from "../../../../islands/TripPreview.tsx";
import { paths } from "../../../kernel/paths.ts";
import {
  MAX_BAGS,
  MAX_EXTRA,
  MAX_PASSENGERS,
  MAX_WHEELCHAIRS,
  type TripFormValues,
} from "../../../trip/trip-input.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { formatCount } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Place } from "../../../places/place.ts";
import type { ShownError } from "../../parts/ErrorList.tsx";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { CountField, FieldError } from "../../parts/Field.tsx";
import type { PickupChoices } from "./pickup-choices.ts";
import { PickupField } from "./PickupField.tsx";
import { PickupQuestion } from "./PickupQuestion.tsx";
import { tripChecks } from "./trip-checks.ts";
import { TripEnds } from "./TripEnds.tsx";
import type { TripQuestions } from "./trip-questions.ts";

/** Properties of TripForm. */
export interface TripFormProps {
  locale: Locale;
  values: TripFormValues;
  errors?: ShownError[];
  questions?: TripQuestions;
  choices: PickupChoices;
  /** Places offered before anything is typed. */
  popular: readonly Place[];
  /** Until how many minutes before the pickup cancelling is free, and what part of the price it costs after that. */
  cancellation: { freeUntilMinutes: number; lateFeePercent: number };
  /** True when the form was empty before: a draft kept in the tab may fill it. */
  mayRestoreDraft?: boolean;
}

/** The trip form, complete without JavaScript. */
export function TripForm(props: TripFormProps) {
  const { locale, values, errors = [], questions = {}, choices, popular } = props;
  const { trip } = textsFor(locale);
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <form
      class="trip-form"
      method="post"
      action={paths.quotes()}
      aria-label={trip.formLabel}
      noValidate
    >
      <ErrorSummary locale={locale} errors={errors} checks={tripChecks(locale)} />
      <TripEnds {...{ locale, values, questions, popular, errorFor }} />
      <PickupField
        locale={locale}
        date={values.date}
        time={values.time}
        choices={choices}
        errors={{ date: errorFor("date"), time: errorFor("time") }}
      />
      <PickupQuestion locale={locale} question={questions.pickup} />
      <Party {...{ locale, values, errorFor }} />
      <TripSend {...props} />
    </form>
  );
}

function Party(
  { locale, values, errorFor }: {
    locale: Locale;
    values: TripFormValues;
    errorFor: (field: string) => string | undefined;
  },
) {
  const { trip } = textsFor(locale);
  const count = (name: keyof TripFormValues, label: string, from: number, upTo: number) => (
    <CountField
      name={name}
      label={label}
      value={values[name]}
      from={from}
      upTo={upTo}
      error={errorFor(name)}
    />
  );
  const extras = ["childSeats", "pets", "extraLuggage"] as const;
  const isTouched = (name: typeof extras[number]) =>
    Number(values[name]) > 0 || errorFor(name) !== undefined;
  return (
    <>
      <div class="trip-counts">
        {count("passengers", trip.passengers, 1, MAX_PASSENGERS)}
        {count("bags", trip.bags, 0, MAX_BAGS)}
      </div>
      <WheelchairField locale={locale} value={values.wheelchairs} error={errorFor("wheelchairs")} />
      <div class="trip-also">
        <details class="trip-extras" open={extras.some(isTouched)}>
          <summary>{trip.extras}</summary>
          <div class="trip-extras-fields">
            {extras.map((name) => count(name, trip[name], 0, MAX_EXTRA))}
          </div>
          <p class="field-hint">{trip.extrasHint}</p>
        </details>
      </div>
    </>
  );
}

function TripSend(props: TripFormProps) {
  const { locale, values, choices, cancellation } = props;
  const { trip } = textsFor(locale);
  return (
    <div class="trip-send">
      <TripPreview
        locale={locale}
        now={choices.now}
        pickup={`${values.date}T${values.time}`}
        freeUntilMinutes={cancellation.freeUntilMinutes}
        texts={{
          promise: trip.pricePromise,
          from: trip.livePriceFrom,
          hint: trip.livePriceHint,
          free: trip.freeUntil("{moment}"),
          late: trip.lateCancellation(cancellation.lateFeePercent),
        }}
        mayRestoreDraft={props.mayRestoreDraft ?? false}
      />
      <SubmitButton label={trip.showPrice} busyLabel={trip.findingPrice} />
    </div>
  );
}

/** Asked plainly, because only who says so is offered a vehicle for it. */
function WheelchairField(
  { locale, value, error }: { locale: Locale; value: string; error: string | undefined },
) {
  const { trip } = textsFor(locale);
  const counts = Array.from({ length: MAX_WHEELCHAIRS + 1 }, (_, count) => count);
  return (
    <div class={error === undefined ? "trip-wheelchair" : "trip-wheelchair has-error"}>
      <label for="wheelchairs">{trip.wheelchairs}</label>
      <select
        id="wheelchairs"
        name="wheelchairs"
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby="wheelchairs-error"
      >
        {counts.map((count) => (
          <option key={count} value={count} selected={String(count) === value}>
            {count === 0 ? trip.noWheelchair : formatCount(locale, count, trip.wheelchairCount)}
          </option>
        ))}
      </select>
      <FieldError id="wheelchairs-error" text={error} />
    </div>
  );
}
