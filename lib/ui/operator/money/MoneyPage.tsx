// What about money waits for a person today, each with where it is seen to.
import type { MoneyData } from "../../../board/money-page.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { MoneyFrame, type MoneyProps } from "./MoneyFrame.tsx";

/** The page in the operators' frame. */
export function MoneyPage(props: MoneyProps<MoneyData>) {
  const { data, state: { locale } } = props;
  const { waiting, differences } = data;
  const words = textsFor(locale).payments;
  return (
    <MoneyFrame {...props} title={words.title}>
      <p class="jobs-lead">{words.lead}</p>
      <section class="retention-part">
        <h2>{words.waiting}</h2>
        {waiting.length === 0
          ? <p>{words.nothingWaiting}</p>
          : <Waiting data={data} locale={locale} />}
      </section>
      {differences !== null && (
        <section class="retention-part">
          <h2>{words.differences}</h2>
          <p>{words.differencesOpen(differences)}</p>
          <p>
            <a href={paths.adminReconciliation()}>{words.toReconciliation}</a>
          </p>
        </section>
      )}
    </MoneyFrame>
  );
}

function Waiting({ data: { waiting, nowMs }, locale }: { data: MoneyData; locale: Locale }) {
  const words = textsFor(locale).payments;
  const names = words.waitingColumns;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.waiting}</caption>
      <thead>
        <tr>{Object.values(names).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {waiting.map(({ id, bookingId, amountOre, reason, at }) => (
          <tr key={id}>
            <th scope="row">
              <a href={paths.adminBookingMoney(bookingId)}>{formatMoney(locale, amountOre)}</a>
            </th>
            <td data-label={names.reason}>{words.booking.reasons[reason]}</td>
            <td data-label={names.asked}>{formatMoment(locale, wallTimeOf(at), today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
