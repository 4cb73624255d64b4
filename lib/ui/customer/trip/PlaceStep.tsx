// The step between the trip form and its price: which place is meant, or where the car shall stop. Each answer is a
// button of the form, so it works without JavaScript.
import type { ComponentChildren } from "preact";
import { asset } from "fresh/runtime";
import MapPicker from "../../../../islands/MapPicker.tsx";
import { formatDistance } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { greatCircleMeters } from "../../../places/great-circle.ts";
import { splitAddressWords } from "../../../places/address-words.ts";
import { centreArea } from "../../../places/area-stops.ts";
import { isArea } from "../../../places/named-places.ts";
import { HOME, kindWord, type Place } from "../../../places/place.ts";
import { TRIP_FIELDS, type TripFormValues } from "../../../trip/trip-input.ts";
import { HiddenFields } from "../../parts/HiddenFields.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { RouteLine } from "../RouteLine.tsx";
import type { KeptContact } from "../quote/contact-values.ts";
import type { PlaceStepLook } from "./place-step-look.ts";
import type { PlaceQuestionKind } from "./trip-questions.ts";

/** Properties of PlaceStep. */
export interface PlaceStepProps {
  locale: Locale;
  /** The form as it was sent. */
  values: TripFormValues;
  /** Which end is asked about. */
  end: "from" | "to";
  question: PlaceQuestionKind;
  /** Where the places lie, as far as our data says. */
  look: PlaceStepLook;
  /** The contact written before this trip had to be asked about again. */
  kept: KeptContact;
}

/** The step as a page. */
export function PlaceStep({ locale, values, end, question, look, kept }: PlaceStepProps) {
  const { trip, fieldErrors } = textsFor(locale);
  const words = said(values[end]);
  const { houseNumber } = splitAddressWords(values[end]);
  const isAlong = question.code === "placeSpot";
  const sentences = [
    isAlong ? "" : trip.placeStep.distances,
    houseNumber === "" ? "" : trip.placeStep.number(houseNumber),
  ].filter(Boolean);
  return (
    <form class="place-step" method="post" action={paths.quotes()}>
      <AskedTrip locale={locale} values={values} end={end} />
      <div class="place-step-question">
        <h1>{headingOf(locale, words, question)}</h1>
        <p>
          {question.code === "placeGuess"
            ? trip.placeStep.guess
            : fieldErrors[question.code](words)}
        </p>
      </div>
      <HiddenFields values={{ ...hiddenTrip(values, end), ...kept }} />
      <div>
        <Choices locale={locale} end={end} question={question} look={look} />
        {sentences.length > 0 && <p class="place-step-hint">{sentences.join(" ")}</p>}
      </div>
      <MapPicker
        name={end}
        locale={locale}
        texts={{ ...trip.map, open: `${trip.place.chooseOnMap}: ${trip[end]}` }}
        roads={asset("/map/goteborg-roads.json")}
        country={asset("/map/sweden.json")}
        icons={asset("/icons.svg")}
        near={question.places[0]?.point ?? null}
        row={{
          title: trip.placeStep.pin,
          text: trip.placeStep.pinHint,
          streets: look.streets,
        }}
      />
      <p>
        <a href={backTo(values, end)} aria-current="false">{trip.placeStep.none}</a>
      </p>
    </form>
  );
}

/** The trip so far: what is known, and the end that is not chosen yet. */
function AskedTrip({ locale, values, end }: Pick<PlaceStepProps, "locale" | "values" | "end">) {
  const { trip } = textsFor(locale);
  return (
    <div class="place-step-trip">
      <RouteLine
        label={trip.formLabel}
        steps={(["from", "to"] as const).map((each) => ({
          title: (
            <>
              <span class="place-step-end">
                {each === end
                  ? (
                    <>
                      {`${trip[each]}, `}
                      <strong>{trip.placeStep.open}</strong>
                    </>
                  )
                  : trip[each]}
              </span>
              <Said>{values[each]}</Said>
            </>
          ),
          reached: each !== end,
        }))}
      />
      <a href={backTo(values, end)} aria-current="false">{trip.placeStep.change}</a>
    </div>
  );
}

/** What was sent, to be sent again with the answer; the words are kept for the driver. */
function hiddenTrip(values: TripFormValues, end: "from" | "to"): Record<string, string> {
  return {
    ...Object.fromEntries(TRIP_FIELDS.map((name) => [name, values[name]])),
    [`${end}Id`]: "",
    fromAsked: values.from,
    toAsked: values.to,
  };
}

/** A button an answer; nothing is chosen beforehand. */
function Choices(
  { locale, end, question, look }: Pick<PlaceStepProps, "locale" | "end" | "question" | "look">,
) {
  const answer = (id: string, children: ComponentChildren) => (
    <li>
      <button type="submit" class="place-step-choice" name={`${end}Choice`} value={id}>
        {children}
      </button>
    </li>
  );
  const { moreOfStreet } = textsFor(locale).trip;
  return (
    <ul class="place-step-list" id={`${end}-question`}>
      {question.places.map((place) =>
        answer(
          place.id,
          <Choice
            locale={locale}
            place={place}
            question={question}
            district={look.districts[place.id] ?? ""}
          />,
        )
      )}
      {question.moreId !== "" &&
        answer(
          question.moreId,
          <>
            <span class="place-step-title">{moreOfStreet}</span>
            <Icon name="chevron-right" />
          </>,
        )}
    </ul>
  );
}

/** Places of one name are told apart by their town; others by what they are. */
function Choice({ locale, place, question, district }: {
  locale: Locale;
  place: Place;
  question: PlaceQuestionKind;
  district: string;
}) {
  const { trip } = textsFor(locale);
  const isSameName = isOneName(question) && place.area !== "";
  const word = trip.place[kindWord(place)];
  const kind = district === "" ? word : trip.placeStep.kindIn(word, district);
  const text = isSameName ? [place.name, kind] : [kind, place.area];
  // The district itself is no answer to where in it; it leads to more of its streets.
  const isRest = question.code === "placeArea" && isArea(place) && centreArea(place.id) === "";
  const name = isRest ? trip.placeStep.elsewhereIn(place.name) : place.name;
  return (
    <>
      <span class="place-step-title">
        <Said>{isSameName ? place.area : name}</Said>
      </span>
      {question.code === "placeSpot" ? null : (
        <>
          <span class="place-step-text">
            <Said>{text.filter(Boolean).join(" · ")}</Said>
          </span>
          <span class="place-step-distance">
            {formatDistance(locale, metersFromHome(place))}
          </span>
        </>
      )}
      <Icon name="chevron-right" />
    </>
  );
}

/** Whole kilometres from ten on: it only tells near from far. */
function metersFromHome({ point }: Place): number {
  const meters = greatCircleMeters(HOME, point);
  return meters < 10_000 ? meters : Math.round(meters / 1_000) * 1_000;
}

function headingOf(locale: Locale, words: string, question: PlaceQuestionKind): string {
  const { trip } = textsFor(locale);
  const [first] = question.places;
  if (question.code === "placeSpot") return trip.placeStep.whereOnStreet;
  if (question.code === "placeArea") return trip.placeStep.whereInArea;
  return first && isOneName(question) ? trip.placeStep.which(first.name) : trip.didYouMean(words);
}

function isOneName({ places }: PlaceQuestionKind): boolean {
  return places.length > 1 && new Set(places.map(({ name }) => name)).size === 1;
}

/** The form with everything still in it, at the end that is asked about. */
function backTo(values: TripFormValues, end: "from" | "to"): string {
  return `${paths.home()}?${new URLSearchParams({ ...values, [`${end}Id`]: "" })}#${end}`;
}
