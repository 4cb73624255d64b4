// The form that asks for a price: from, to, when, how many, how much luggage.
import { asset } from "fresh/runtime";
import MapPicker from "../../../../islands/MapPicker.tsx";
import PlaceField from "../../../../islands/PlaceField.tsx";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import TripPreview from "../../../../islands/TripPreview.tsx";
import { paths } from "../../../kernel/paths.ts";
import {
  MAX_BAGS,
  MAX_EXTRA,
  MAX_PASSENGERS,
  type TripFormValues,
} from "../../../trip/trip-input.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ErrorSummary, type ShownError } from "../../parts/ErrorSummary.tsx";
import { CountField, FieldError } from "../../parts/Field.tsx";
import { PickupField } from "./PickupField.tsx";
import { PickupQuestion } from "./PickupQuestion.tsx";
import { PlaceQuestion } from "./PlaceQuestion.tsx";
import type { TripQuestions } from "./trip-questions.ts";

/** Properties of TripForm. */
export interface TripFormProps {
  locale: Locale;
  values: TripFormValues;
  errors?: ShownError[];
  questions?: TripQuestions;
  /** First date that can be chosen, `YYYY-MM-DD`. */
  minDate: string;
  /** Until how many minutes before the pickup cancelling is free. */
  freeMinutes: number;
  /** True when the form was empty before: a draft kept in the tab may fill it. */
  mayRestoreDraft?: boolean;
}

/** The trip form, complete without JavaScript. */
export function TripForm(props: TripFormProps) {
  const { locale, values, errors = [], questions = {}, minDate } = props;
  const { trip } = textsFor(locale);
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.text;
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
  const hasExtras = [values.childSeats, values.pets, values.extraLuggage].some((count) =>
    Number(count) > 0
  );

  return (
    <form class="trip-form" method="post" action={paths.quotes()} aria-label={trip.formLabel}>
      <ErrorSummary locale={locale} errors={errors} />
      <div class="trip-ends">
        {(["from", "to"] as const).map((end) => (
          <div class={`trip-end ${end}${errorFor(end) === undefined ? "" : " has-error"}`}>
            <PlaceField
              name={end}
              label={trip[end]}
              value={values[end]}
              placeId={questions[end] === undefined ? values[`${end}Id`] : ""}
              placeholder={trip.placeExample}
              locale={locale}
              texts={placeTexts(locale)}
              icons={asset("/icons.svg")}
              errorId={errorFor(end) === undefined ? "" : `${end}-error`}
            />
            <MapPicker
              name={end}
              texts={{ ...trip.map, open: `${trip.place.chooseOnMap}: ${trip[end]}` }}
              roads={asset("/map/goteborg-roads.json")}
              icons={asset("/icons.svg")}
              near={questions.pins?.[end] ?? null}
            />
            <FieldError id={`${end}-error`} text={errorFor(end)} />
            <PlaceQuestion {...{ locale, end }} words={values[end]} places={questions[end]} />
          </div>
        ))}
      </div>
      <div class="trip-details">
        <PickupField
          locale={locale}
          date={values.date}
          time={values.time}
          minDate={minDate}
          error={errorFor("date") ?? errorFor("time")}
        />
        {count("passengers", trip.passengers, 1, MAX_PASSENGERS)}
        {count("bags", trip.bags, 0, MAX_BAGS)}
      </div>
      <PickupQuestion locale={locale} question={questions.pickup} />
      <details class="trip-extras" open={hasExtras}>
        <summary>{trip.extras}</summary>
        <div class="trip-extras-fields">
          {count("childSeats", trip.childSeats, 0, MAX_EXTRA)}
          {count("pets", trip.pets, 0, MAX_EXTRA)}
          {count("extraLuggage", trip.extraLuggage, 0, MAX_EXTRA)}
        </div>
        <p class="field-hint">{trip.extrasHint}</p>
      </details>
      <div class="trip-send">
        <TripPreview
          locale={locale}
          rest={trip.freeCancellation(props.freeMinutes)}
          from={trip.livePriceFrom}
          hint={trip.livePriceHint}
          mayRestoreDraft={props.mayRestoreDraft ?? false}
        />
        <SubmitButton label={trip.showPrice} busyLabel={trip.findingPrice} />
      </div>
    </form>
  );
}

function placeTexts(locale: Locale) {
  const { near: _near, middleOf: _middle, crossing: _crossing, ...rest } =
    textsFor(locale).trip.place;
  const { centreOf: _centre, districtCentreOf: _districtCentre, ...plain } = rest;
  const { unnamed: _unnamed, chooseOnMap: _chooseOnMap, ...shown } = plain;
  return shown;
}
