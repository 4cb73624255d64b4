// One payment in plain words: where it is, its amounts, what went back, and the button that does again what is stuck.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BookingMoney } from "../../../board/booking-money-page.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { type Payment, refundableOre, refundedOre } from "../../../payments/payment.ts";
import { Fact, Facts } from "../compliance/Facts.tsx";

/** Properties of PaymentPart. */
export interface PaymentPartProps {
  payment: Payment;
  data: BookingMoney;
  locale: Locale;
}

/** The payment. */
export function PaymentPart({ payment, data, locale }: PaymentPartProps) {
  const { booking: words } = textsFor(locale).payments;
  const { mayGive, formToken, booking } = data;
  return (
    <section class="retention-part">
      <h2>{words.methods[payment.method]}</h2>
      <Amounts {...{ payment, data, locale }} />
      {payment.refunds.length > 0 && <Refunds {...{ payment, data, locale }} />}
      {mayGive && (
        <form method="post" action={paths.adminBookingMoney(booking.id)}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="act" value="retry" />
          <input type="hidden" name="paymentId" value={payment.id} />
          <p class="action-hint">{words.retryLead}</p>
          <button type="submit" class="button">{words.retry}</button>
        </form>
      )}
    </section>
  );
}

function Amounts({ payment, data: { nowMs }, locale }: PaymentPartProps) {
  const { booking: words } = textsFor(locale).payments;
  const { facts } = words;
  const money = (ore: number) => formatMoney(locale, ore);
  const at = (instant: string) =>
    formatMoment(locale, wallTimeOf(instant), dateOf(wallTimeOf(nowMs)));
  const { dispute, failure, status, authorisedUntil, authoriseAt } = payment;
  const held = status === "authorised" ? authorisedUntil : null;
  const later = status === "card-saved" ? authoriseAt : null;
  const disputed = dispute === null
    ? null
    : `${money(dispute.amountOre)}, ${words.disputes[dispute.state]}`;
  const rows: [string, string | null][] = [
    [facts.status, words.statuses[status]],
    [facts.limit, money(payment.limitOre)],
    [facts.authorised, money(payment.authorisedOre)],
    [facts.until, held === null ? null : at(held)],
    [facts.authoriseAt, later === null ? null : at(later)],
    [facts.captured, money(payment.capturedOre)],
    [facts.returned, money(refundedOre(payment))],
    [facts.left, money(refundableOre(payment))],
    [facts.failure, failure?.declineCode ?? failure?.code ?? null],
    [facts.dispute, disputed],
    [facts.opened, at(payment.openedAt)],
    [facts.changed, at(payment.changedAt)],
  ];
  return (
    <Facts>
      {rows.map(([name, value]) => value !== null && <Fact key={name} name={name}>{value}</Fact>)}
    </Facts>
  );
}

function Refunds({ payment, data: { nowMs }, locale }: PaymentPartProps) {
  const { booking: words } = textsFor(locale).payments;
  const names = words.refundColumns;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <table class="listing jobs-table">
      <caption>{words.refunds}</caption>
      <thead>
        <tr>{Object.values(names).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {payment.refunds.map(({ id, at, amountOre, reason, status, by }) => (
          <tr key={id}>
            <th scope="row">{formatMoment(locale, wallTimeOf(at), today)}</th>
            <td data-label={names.amount}>{formatMoney(locale, amountOre)}</td>
            <td data-label={names.reason}>{words.reasons[reason]}</td>
            <td data-label={names.state}>{words.refundStates[status]}</td>
            <td data-label={names.who}>{words.actors[by]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
