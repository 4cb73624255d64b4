// What of the money goes back, and why: a car that came late by the terms, and each refund with when it is seen.
import type { BookingEvent } from "../../../booking/booking.ts";
import { type Lateness, latenessOf } from "../../../booking/lateness-rules.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { SUPPORT_PHONE } from "../../../kernel/support-phone.ts";
import type { Refund } from "../../../payments/payment.ts";
import { isPrepaid } from "../../../payments/payment-method.ts";

/** Properties of MoneyBack. */
export interface MoneyBackProps {
  locale: Locale;
  booking: SeenBooking;
  events: readonly BookingEvent[];
  /** Of all payments of the booking, the oldest first. */
  refunds: readonly Pick<Refund, "id" | "amountOre" | "status">[];
}

/** Nothing where nothing goes back. */
export function MoneyBack({ locale, booking, events, refunds }: MoneyBackProps) {
  const { moneyBack: words } = textsFor(locale).ticket;
  const lateness = latenessOf(booking, events);
  if (lateness === null && refunds.length === 0) return null;
  const { method } = booking.payment;
  return (
    <section>
      <h2>{words.title}</h2>
      {lateness !== null && <p>{latenessWords(locale, lateness, isPrepaid(method))}</p>}
      {refunds.map(({ id, amountOre, status }) => {
        const amount = formatMoney(locale, amountOre);
        const way = method === "swish" ? words.bySwish(amount) : words.toCard(amount);
        return <p key={id}>{status === "failed" ? words.failed(amount) : way}</p>;
      })}
    </section>
  );
}

/** What was not paid through us nobody can give back without a person. */
function latenessWords(
  locale: Locale,
  { minutes, backOre }: Lateness,
  isPaidThroughUs: boolean,
): string {
  const { moneyBack: words } = textsFor(locale).ticket;
  const amount = formatMoney(locale, backOre);
  const late = words.late(String(minutes));
  return isPaidThroughUs
    ? `${late} ${words.lateBack(amount)}`
    : `${late} ${words.lateCall(amount, shownPhoneNumber(SUPPORT_PHONE))}`;
}
