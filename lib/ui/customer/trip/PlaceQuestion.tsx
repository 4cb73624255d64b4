// "Which place do you mean?": the choices when the words fit several places or none quite.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { kindWord } from "../../../places/place.ts";
import { ChoiceList, type ChoiceListProps } from "../../parts/ChoiceList.tsx";
import type { PlaceFieldName, PlaceQuestionKind } from "./trip-questions.ts";
import { said } from "../../parts/Said.tsx";

/** Properties of PlaceQuestion. */
export interface PlaceQuestionProps {
  locale: Locale;
  end: PlaceFieldName;
  words: string;
  question: PlaceQuestionKind | undefined;
}

/** Radio buttons for the places; nothing when there is nothing to ask. */
export function PlaceQuestion(props: PlaceQuestionProps) {
  const choices = placeChoices(props);
  return choices === null ? null : <ChoiceList {...choices} />;
}

/** The question and its answers in words, or null. */
export function placeChoices(
  { locale, end, words, question }: PlaceQuestionProps,
): ChoiceListProps | null {
  if (question === undefined || question.places.length === 0) return null;
  const { trip } = textsFor(locale);
  const choices = question.places.map((place) => ({
    value: place.id,
    title: said(place.name),
    text: [trip.place[kindWord(place)], said(place.area)].filter(Boolean).join(", "),
  }));
  const more = question.moreId === "" ? [] : [{ value: question.moreId, title: trip.moreOfStreet }];
  return {
    name: `${end}Choice`,
    question: trip.didYouMean(said(words)),
    choices: [...choices, ...more],
  };
}
