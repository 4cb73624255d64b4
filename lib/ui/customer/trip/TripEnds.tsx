// From and to: one frame, joined by the route line.
import { asset } from "fresh/runtime";
import MapPicker from "../../../../islands/MapPicker.tsx";
import MyPosition from "../../../../islands/MyPosition.tsx";
import PlaceField from "../../../../islands/PlaceField.tsx";
import SwapEnds from "../../../../islands/SwapEnds.tsx";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Place } from "../../../places/place.ts";
import type { TripFormValues } from "../../../trip/trip-input.ts";
import { FieldError } from "../../parts/Field.tsx";
import { offered, type OfferedPlace } from "./recent-places.ts";
import { PlaceQuestion } from "./PlaceQuestion.tsx";
import { placeTexts } from "./place-texts.ts";
import type { TripQuestions } from "./trip-questions.ts";

/** Properties of TripEnds. */
export interface TripEndsProps {
  locale: Locale;
  values: TripFormValues;
  questions: TripQuestions;
  /** Places offered before anything is typed. */
  popular: readonly Place[];
  /** The places of who is signed in, offered before those. */
  own: readonly OfferedPlace[];
  errorFor: (field: string) => string | undefined;
}

/** Both ends with their questions, and the button that swaps them. */
export function TripEnds(props: TripEndsProps) {
  return (
    <div class="trip-ends">
      <TripEnd {...props} end="from" />
      <SwapEnds label={textsFor(props.locale).trip.swap} icons={asset("/icons.svg")} />
      <TripEnd {...props} end="to" />
    </div>
  );
}

function TripEnd(
  { end, locale, values, questions, popular, own, errorFor }: TripEndsProps & {
    end: "from" | "to";
  },
) {
  const { trip } = textsFor(locale);
  const icons = asset("/icons.svg");
  const error = errorFor(end);
  return (
    <div class={`trip-end ${end}${error === undefined ? "" : " has-error"}`} data-one-answer>
      <PlaceField
        name={end}
        label={trip[end]}
        value={values[end]}
        placeId={questions[end] === undefined ? values[`${end}Id`] : ""}
        placeholder={trip.placeExample}
        locale={locale}
        texts={placeTexts(locale)}
        popular={popular.map(offered)}
        own={own}
        icons={icons}
        errorId={error === undefined ? "" : `${end}-error`}
      />
      <div class="end-actions">
        {end === "from" && <MyPosition locale={locale} texts={trip.position} icons={icons} />}
        <MapPicker
          name={end}
          locale={locale}
          texts={{
            ...trip.map,
            pinRefused: { ...trip.map.pinRefused },
            open: `${trip.place.chooseOnMap}: ${trip[end]}`,
          }}
          roads={asset("/map/goteborg-roads.json")}
          country={asset("/map/sweden.json")}
          icons={icons}
          near={questions.pins?.[end] ?? null}
        />
      </div>
      <PlaceQuestion locale={locale} end={end} words={values[end]} question={questions[end]} />
      <FieldError id={`${end}-error`} text={error} />
    </div>
  );
}
