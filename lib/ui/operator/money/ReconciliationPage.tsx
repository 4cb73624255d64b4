// The comparison with the provider's books: what waits for somebody, the days, and the form that compares one again.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { ReconciliationData } from "../../../board/reconciliation-page.ts";
import { formatDay, formatMoney, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { TextField } from "../../parts/Field.tsx";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { MoneyFrame, type MoneyProps } from "./MoneyFrame.tsx";

/** The page in the operators' frame. */
export function ReconciliationPage(props: MoneyProps<ReconciliationData>) {
  const { data, state: { locale } } = props;
  const { open, hasProvider, handles, nowMs } = data;
  const words = textsFor(locale).money;
  return (
    <MoneyFrame {...props} title={words.title}>
      <p class="jobs-lead">{hasProvider ? words.lead : words.noProvider}</p>
      <section class="retention-part">
        <h2>{words.open}</h2>
        {open.length === 0
          ? <p>{words.nothingOpen}</p>
          : <DifferenceTable differences={open} caption={words.open} {...{ locale, nowMs }} />}
      </section>
      <section class="retention-part">
        <h2>{words.days}</h2>
        <Days data={data} locale={locale} />
      </section>
      {handles && hasProvider && <CompareForm data={data} locale={locale} />}
    </MoneyFrame>
  );
}

function Days({ data: { days, nowMs }, locale }: { data: ReconciliationData; locale: Locale }) {
  const words = textsFor(locale).money;
  const names = words.dayColumns;
  const today = dateOf(wallTimeOf(nowMs));
  if (days.length === 0) return <p>{words.noDays}</p>;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.days}</caption>
      <thead>
        <tr>{Object.values(names).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {days.map(({ date, stage, compared, lostEvents, sums }) => (
          <tr key={date}>
            <th scope="row">
              <a href={paths.adminReconciledDay(date)}>
                <time dateTime={date}>{formatDay(locale, date, today)}</time>
              </a>
            </th>
            <td data-label={names.state}>{words.stages[stage]}</td>
            <td data-label={names.compared}>{formatNumber(locale, compared)}</td>
            <td data-label={names.lost}>{formatNumber(locale, lostEvents)}</td>
            <td data-label={names.taken}>{formatMoney(locale, sums.takenOre)}</td>
            <td data-label={names.paidOut}>{formatMoney(locale, sums.paidOutOre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CompareForm(
  { data: { formToken, asked, fault }, locale }: { data: ReconciliationData; locale: Locale },
) {
  const words = textsFor(locale).money;
  return (
    <section class="retention-part">
      <h2>{words.compare}</h2>
      <p>{words.compareLead}</p>
      <form class="field-stack" method="post" action={paths.adminReconciliation()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <TextField
          name="date"
          type="date"
          label={words.compareDate}
          value={asked}
          error={fault === null ? undefined : words.faults[fault]}
        />
        <div class="button-row">
          <button type="submit" class="button">{words.compareButton}</button>
        </div>
      </form>
    </section>
  );
}
