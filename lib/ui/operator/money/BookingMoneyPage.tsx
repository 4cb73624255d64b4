// The money of a booking: its payments, what went back, the form that gives more back, and its documents.
import type { BookingMoney } from "../../../board/booking-money-page.ts";
import { formatMoney, formatReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { FeeEvidencePart } from "./FeeEvidencePart.tsx";
import { GiveBack } from "./GiveBack.tsx";
import { MoneyFrame, type MoneyProps } from "./MoneyFrame.tsx";
import { PaymentPart } from "./PaymentPart.tsx";
import { ProposalTable } from "./ProposalTable.tsx";

/** The page in the operators' frame. */
export function BookingMoneyPage(props: MoneyProps<BookingMoney>) {
  const { data, state: { locale } } = props;
  const { booking, payments, proposals, mayGive } = data;
  const { booking: words } = textsFor(locale).payments;
  const back = { href: paths.adminBooking(booking.id), text: words.back };
  return (
    <MoneyFrame {...props} title={words.title(formatReference(booking.reference))} back={back}>
      <Outcome data={data} locale={locale} />
      <p class="jobs-lead">{`${words.price}: ${formatMoney(locale, booking.totalOre)}`}</p>
      {payments.length === 0 && <p>{words.none}</p>}
      {payments.map((payment) => <PaymentPart key={payment.id} {...{ payment, data, locale }} />)}
      {data.evidence !== null && <FeeEvidencePart evidence={data.evidence} {...{ data, locale }} />}
      {proposals.length > 0 && <ProposalTable data={data} locale={locale} />}
      {mayGive && payments.length > 0 && <GiveBack data={data} locale={locale} />}
      <Documents data={data} locale={locale} />
    </MoneyFrame>
  );
}

interface PartProps {
  data: BookingMoney;
  locale: Locale;
}

/** What was just done, or why nothing was. */
function Outcome({ data: { done, fault }, locale }: PartProps) {
  const { booking: words } = textsFor(locale).payments;
  if (fault !== null) {
    return (
      <div role="alert">
        <Notice tone="warn">{words.faults[fault]}</Notice>
      </div>
    );
  }
  const said = Object.entries(words.done).find(([name]) => name === done)?.[1];
  return said === undefined ? null : <p role="status">{said}</p>;
}

function Documents({ data: { sales, seesBooks }, locale }: PartProps) {
  const { booking: words } = textsFor(locale).payments;
  const names = words.documentColumns;
  return (
    <section class="retention-part">
      <h2>{words.documents}</h2>
      {sales.length === 0 ? <p>{words.noDocuments}</p> : (
        <table class="listing jobs-table">
          <caption class="visually-hidden">{words.documents}</caption>
          <thead>
            <tr>{Object.values(names).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody>
            {sales.map(({ id, entityId: entity, date, totalOre, document: { series, number } }) => (
              <tr key={id}>
                <th scope="row">{`${series} ${number}`}</th>
                <td data-label={names.date}>
                  {seesBooks ? <a href={paths.adminBookDay({ entity, date })}>{date}</a> : date}
                </td>
                <td data-label={names.total}>{formatMoney(locale, totalOre)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
