// Asks which time is meant on the two nights a year when the clocks change.
import { formatTime } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ChoiceList, type ChoiceListProps } from "../../parts/ChoiceList.tsx";
import type { PickupQuestionKind } from "./trip-questions.ts";

/** Properties of PickupQuestion. */
export interface PickupQuestionProps {
  locale: Locale;
  question: PickupQuestionKind | undefined;
}

/** Radio buttons for the two times; nothing when the time is clear. */
export function PickupQuestion(props: PickupQuestionProps) {
  const choices = pickupChoices(props);
  return choices === null ? null : <ChoiceList {...choices} />;
}

/** The question and its answers in words, or null. */
export function pickupChoices({ locale, question }: PickupQuestionProps): ChoiceListProps | null {
  if (question === undefined) return null;
  const { trip } = textsFor(locale);
  const asked = formatTime(locale, question.asked);
  if (question.kind === "gap") {
    return {
      name: "gapTime",
      question: trip.gapQuestion(asked),
      hint: trip.gapHint,
      choices: [question.before, question.after].map((pickup) => ({
        value: pickup.wallTime,
        title: formatTime(locale, pickup.wallTime),
      })),
    };
  }
  return {
    name: "overlap",
    question: trip.overlapQuestion(asked),
    hint: trip.overlapHint,
    choices: [
      { value: "earlier", title: trip.overlapEarlier },
      { value: "later", title: trip.overlapLater },
    ],
  };
}
