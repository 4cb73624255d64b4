// One difference: both sides, what to do about it, and the form that says what it came from.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DifferenceData } from "../../../board/reconciliation-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { MAX_NOTE_LENGTH } from "../../../reconciliation/difference.ts";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";
import { settledWords, sideWords } from "./DifferenceTable.tsx";
import { MoneyFrame, type MoneyProps } from "./MoneyFrame.tsx";

/** The page in the operators' frame. */
export function DifferencePage(props: MoneyProps<DifferenceData>) {
  const { data, state: { locale } } = props;
  const { difference, handles, fault } = data;
  const words = textsFor(locale).money;
  const back = { href: paths.adminReconciliation(), text: words.difference.back };
  return (
    <MoneyFrame {...props} title={words.kinds[difference.kind]} back={back}>
      {fault === "settled" && (
        <div role="alert">
          <Notice tone="warn">{words.difference.faults.settled}</Notice>
        </div>
      )}
      <p class="jobs-lead">{words.advice[difference.kind]}</p>
      <Sides data={data} locale={locale} />
      {handles && <SettleForm data={data} locale={locale} />}
    </MoneyFrame>
  );
}

function Sides({ data, locale }: { data: DifferenceData; locale: Locale }) {
  const { difference: one, nowMs, settledBy } = data;
  const { columns, difference: words } = textsFor(locale).money;
  const found = formatMoment(locale, wallTimeOf(one.foundAt), dateOf(wallTimeOf(nowMs)));
  return (
    <section class="retention-part">
      <p>{words.found(found)}</p>
      <Facts>
        <Fact name={columns.theirs}>{sideWords(locale, one.theirs)}</Fact>
        <Fact name={columns.ours}>{sideWords(locale, one.ours)}</Fact>
        {one.providerId !== null && <Fact name={words.providerId}>{one.providerId}</Fact>}
        {one.paymentId !== null && <Fact name={words.paymentId}>{one.paymentId}</Fact>}
        <Fact name={columns.state}>{settledWords(locale, one, nowMs, settledBy)}</Fact>
        {one.note !== "" && (
          <Fact name={words.note}>
            <Said>{one.note}</Said>
          </Fact>
        )}
      </Facts>
      {one.bookingId !== null && (
        <p>
          <a href={paths.adminBooking(one.bookingId)}>{words.booking}</a>
        </p>
      )}
    </section>
  );
}

function SettleForm({ data, locale }: { data: DifferenceData; locale: Locale }) {
  const { difference: { id }, formToken, note, fault } = data;
  const { difference: words } = textsFor(locale).money;
  const error = fault === null || fault === "settled" ? undefined : words.faults[fault];
  return (
    <form class="field-stack retention-part" method="post" action={paths.adminDifference(id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <TextField
        name="note"
        label={words.note}
        hint={words.noteHint}
        value={note}
        error={error}
        maxLength={MAX_NOTE_LENGTH}
        rows={3}
      />
      <div class="button-row">
        <button type="submit" class="button primary">{words.settle}</button>
      </div>
    </form>
  );
}
