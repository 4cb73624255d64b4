// The form that asks for a price: from, to, when, how many, how much luggage.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import TripPreview from "../../../../islands/TripPreview.tsx";
import type { PlainSummary } from "../../../fees/fee-rules.ts";
import { feeWords } from "../../../i18n/fee-words.ts";
import { paths } from "../../../kernel/paths.ts";
import {
  MAX_BAGS,
  MAX_EXTRA,
  MAX_PASSENGERS,
  MAX_WHEELCHAIRS,
  type TripFormValues,
} from "../../../trip/trip-input.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Place } from "../../../places/place.ts";
import type { ShownError } from "../../parts/ErrorList.tsx";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { CountField, FieldError } from "../../parts/Field.tsx";
import { HiddenFields } from "../../parts/HiddenFields.tsx";
import type { KeptContact } from "../quote/contact-values.ts";
import type { PickupChoices } from "./pickup-choices.ts";
import { PickupField } from "./PickupField.tsx";
import { PickupQuestion } from "./PickupQuestion.tsx";
import type { OfferedPlace } from "./recent-places.ts";
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
  /** The places of who is signed in, offered before those. */
  own?: readonly OfferedPlace[];
  /** Until how many minutes before the pickup cancelling is free, and what it costs then. */
  cancellation: Pick<PlainSummary, "freeUntilMinutes" | "late">;
  /** True when the form was empty before: a draft kept in the tab may fill it. */
  mayRestoreDraft?: boolean;
  /** The contact written before this trip had to be asked about again. */
  kept?: KeptContact;
}

/** The trip form, complete without JavaScript. */
export function TripForm(props: TripFormProps) {
  const { locale, values, errors = [], questions = {}, choices, popular, own = [] } = props;
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
      <HiddenFields values={props.kept ?? {}} />
      <TripEnds {...{ locale, values, questions, popular, own, errorFor }} />
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
      <Extras {...{ locale, values, errorFor }} />
    </form>
  );
}

interface PartyProps {
  locale: Locale;
  values: TripFormValues;
  errorFor: (field: string) => string | undefined;
}

function Party({ locale, values, errorFor }: PartyProps) {
  const { trip } = textsFor(locale);
  return (
    <>
      <div class="trip-counts">
        <CountField
          {...{ name: "passengers", from: 1, upTo: MAX_PASSENGERS }}
          label={trip.passengers}
          value={values.passengers}
          error={errorFor("passengers")}
        />
        <CountField
          {...{ name: "bags", from: 0, upTo: MAX_BAGS }}
          label={trip.bags}
          value={values.bags}
          error={errorFor("bags")}
        />
      </div>
      <WheelchairField locale={locale} value={values.wheelchairs} error={errorFor("wheelchairs")} />
    </>
  );
}

const EXTRAS = ["childSeats", "pets", "extraLuggage"] as const;

/** What most trips have none of: below the button, so that it is within a thumb's reach. Open when it is touched. */
function Extras({ locale, values, errorFor }: PartyProps) {
  const { trip } = textsFor(locale);
  const isOpen = EXTRAS.some((name) => Number(values[name]) > 0 || errorFor(name) !== undefined);
  return (
    <details class="trip-extras" open={isOpen}>
      <summary>{trip.extras}</summary>
      <div class="trip-extras-fields">
        {EXTRAS.map((name) => (
          <CountField
            key={name}
            {...{ name, from: 0, upTo: MAX_EXTRA }}
            label={trip[name]}
            value={values[name]}
            error={errorFor(name)}
          />
        ))}
      </div>
      <p class="field-hint">{trip.extrasHint}</p>
    </details>
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
          late: trip.lateCancellation(feeWords(locale, cancellation.late)),
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
            {count === 0 ? trip.noWheelchair : trip.inWheelchair(count)}
          </option>
        ))}
      </select>
      <FieldError id="wheelchairs-error" text={error} />
    </div>
  );
}
