// How what the product decided of a ride was decided, in plain words, and the form that asks a person to look at it.
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { feeWords } from "../../../i18n/fee-words.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import {
  formatDistance,
  formatDuration,
  formatList,
  formatMoment,
  formatMoney,
  formatReference,
  wallTimeOf,
} from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import type { Decision } from "../../../privacy/decision.ts";
import { ChoiceList } from "../../parts/ChoiceList.tsx";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { lineName } from "../../parts/price-line.ts";
import { shownErrors } from "../shown-errors.ts";
import { ManagePage } from "./ManagePage.tsx";

/** Properties of DecisionsPage. */
export interface DecisionsPageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  today: string;
  decisions: readonly Decision[];
  /** True when somebody has just asked. */
  isDone: boolean;
  words: string;
  errors: readonly FieldError[];
}

/** What a person is told of a decision, and a request for its review is about. */
export function aboutDecision(
  { locale, booking, decision }:
    & Pick<DecisionsPageProps, "locale" | "booking">
    & { decision: Decision },
): string {
  const { decisions: texts } = textsFor(locale);
  return texts.about({
    reference: formatReference(booking.reference),
    what: texts.kinds[decision.kind],
    // It is read on another day.
    moment: wallTimeOf(decision.at).replace("T", " "),
  });
}

/** The page. */
export function DecisionsPage(props: DecisionsPageProps) {
  const { locale, decisions, today, isDone } = props;
  const { decisions: texts } = textsFor(locale);
  return (
    <ManagePage {...props} title={texts.title}>
      {isDone && (
        <div role="status">
          <Notice tone="ok">{texts.done}</Notice>
        </div>
      )}
      <p>{texts.lead}</p>
      <ol class="decisions">
        {decisions.map((decision) => (
          <li key={decision.at + decision.kind}>
            <h2>{texts.kinds[decision.kind]}</h2>
            <p>{sentence(locale, decision)}</p>
            <p class="small muted">
              {texts.when(formatMoment(locale, wallTimeOf(decision.at), today))}{" "}
              {texts.rule(decision.version)}
            </p>
          </li>
        ))}
      </ol>
      <AskForm {...props} />
    </ManagePage>
  );
}

function AskForm({ locale, link, decisions, today, words, errors }: DecisionsPageProps) {
  const { decisions: texts } = textsFor(locale);
  const shown = shownErrors(locale, errors, { words }, today)
    .map((error) => error.field === "decision" ? { ...error, field: "decision-choice-0" } : error);
  const named = decisions.map((decision, i) => ({
    value: String(i),
    title: texts.kinds[decision.kind],
    text: formatMoment(locale, wallTimeOf(decision.at), today),
  }));
  return (
    <section class="decisions-ask" id="ask">
      <h2>{texts.ask}</h2>
      <p>{texts.askLead}</p>
      <form class="field-stack" method="post" action={paths.bookingDecisions(link)}>
        <ErrorSummary locale={locale} errors={shown} />
        <ChoiceList name="decision" question={texts.which} choices={named} chosen="0" />
        <TextField
          name="words"
          label={texts.words}
          optional={texts.optional}
          value={words}
          rows={4}
          maxLength={MAX_REQUEST_TEXT - 200}
          error={shown.find(({ field }) => field === "words")?.text}
        />
        <div class="button-row">
          <button type="submit" class="button primary">{texts.send}</button>
        </div>
      </form>
    </section>
  );
}

function sentence(locale: Locale, decision: Decision): string {
  const { decisions: texts, quote } = textsFor(locale);
  const minutes = (count: number) => formatDuration(locale, count * 60);
  switch (decision.kind) {
    case "price":
      return texts.price({
        distance: formatDistance(locale, decision.distanceMeters),
        time: formatDuration(locale, decision.durationSeconds),
        lines: formatList(
          locale,
          decision.lines.map((line) =>
            `${lineName(locale, quote.lines, line)} ${formatMoney(locale, line.amountOre)}`
          ),
        ),
        total: formatMoney(locale, decision.totalOre),
      });
    case "vehicle":
      return texts.vehicle({
        name: quote.classes[decision.vehicleClass].name,
        time: formatDuration(locale, decision.durationSeconds),
      });
    case "cancellation-fee":
      return texts.cancellationFee({
        before: decision.minutesBefore < 0
          ? texts.after
          : texts.before(minutes(decision.minutesBefore)),
        free: decision.freeUntilMinutes === null || decision.freeUntilMinutes === 0
          ? ""
          : texts.freeUntil(minutes(decision.freeUntilMinutes)),
        part: feeWords(locale, decision.fee),
        total: formatMoney(locale, decision.totalOre),
        fee: formatMoney(locale, decision.feeOre),
      });
    case "no-show-fee":
      return texts.noShowFee({
        wait: minutes(decision.waitMinutes),
        part: feeWords(locale, decision.fee),
        total: formatMoney(locale, decision.totalOre),
        fee: formatMoney(locale, decision.feeOre),
      });
    case "expiry":
      return texts.expiry(minutes(decision.afterMinutes));
    case "lapse":
      return texts.lapse(minutes(decision.afterMinutes));
  }
}
