// Asks which time is meant on the two nights a year when the clocks change.
import { formatTime } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ChoiceList } from "../../parts/ChoiceList.tsx";
import type { PickupQuestionKind } from "./trip-questions.ts";

/** Radio buttons for the two times; nothing when the time is clear. */
export function PickupQuestion(
  { locale, question }: { locale: Locale; question: PickupQuestionKind | undefined },
) {
  if (question === undefined) return null;
  const { trip } = textsFor(locale);
  const asked = formatTime(locale, question.asked);
  if (question.kind === "gap") {
    return (
      <ChoiceList
        name="gapTime"
        question={trip.gapQuestion(asked)}
        hint={trip.gapHint}
        choices={[question.before, question.after].map((pickup) => ({
          value: pickup.wallTime,
          title: formatTime(locale, pickup.wallTime),
        }))}
      />
    );
  }
  return (
    <ChoiceList
      name="overlap"
      question={trip.overlapQuestion(asked)}
      hint={trip.overlapHint}
      choices={[
        { value: "earlier", title: trip.overlapEarlier },
        { value: "later", title: trip.overlapLater },
      ]}
    />
  );
}
