// The form that gives money back: first it says what comes of it, then it is sent. It works without script.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BookingMoney } from "../../../board/booking-money-page.ts";
import { MAX_REFUND_NOTE_LENGTH, PROPOSED_REASONS } from "../../../checkout/refund-proposal.ts";
import { formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { refundableOre } from "../../../payments/payment.ts";
import { TextField } from "../../parts/Field.tsx";

/** Properties of GiveBack. */
export interface GiveBackProps {
  data: BookingMoney;
  locale: Locale;
}

/** The form, and what comes of it once it was looked at. */
export function GiveBack({ data, locale }: GiveBackProps) {
  const { booking: words } = textsFor(locale).payments;
  const { booking, payments, preview, values, formToken, limitOre } = data;
  const hasRest = payments.some((one) => one.status === "captured" && refundableOre(one) > 0);
  return (
    <section class="retention-part">
      <h2>{words.give.title}</h2>
      {!hasRest
        ? <p>{words.give.none}</p>
        : (
          <form class="field-stack" method="post" action={paths.adminBookingMoney(booking.id)}>
            <p>{words.give.lead(formatMoney(locale, limitOre))}</p>
            <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
            <input type="hidden" name="key" value={values.key} />
            <Fields data={data} locale={locale} />
            {preview !== null && <Preview data={data} locale={locale} />}
            <div class="button-row">
              <button type="submit" class="button" name="act" value="look">
                {words.give.look}
              </button>
              {preview !== null && (
                <button type="submit" class="button primary" name="act" value="give">
                  {preview.needsSecond ? words.give.ask : words.give.send}
                </button>
              )}
            </div>
          </form>
        )}
    </section>
  );
}

function Fields({ data: { payments, values, fault }, locale }: GiveBackProps) {
  const { booking: words } = textsFor(locale).payments;
  const isOf = (name: string) => fault?.startsWith(name) ? words.faults[fault] : undefined;
  return (
    <>
      <label class="action-field">
        <span>{words.give.payment}</span>
        <select name="paymentId">
          {payments.map((one) => (
            <option key={one.id} value={one.id} selected={one.id === values.paymentId}>
              {`${words.methods[one.method]}: ${formatMoney(locale, refundableOre(one))}`}
            </option>
          ))}
        </select>
      </label>
      <TextField
        name="amount"
        label={words.give.amount}
        value={values.amount}
        keyboard="numeric"
        error={isOf("amount")}
      />
      <label class="action-field">
        <span>{words.give.reason}</span>
        <select name="reason">
          {PROPOSED_REASONS.map((reason) => (
            <option key={reason} value={reason} selected={reason === values.reason}>
              {words.reasons[reason]}
            </option>
          ))}
        </select>
      </label>
      <TextField
        name="note"
        label={words.give.note}
        hint={words.give.noteHint}
        value={values.note}
        maxLength={MAX_REFUND_NOTE_LENGTH}
        rows={3}
        error={isOf("note")}
      />
    </>
  );
}

function Preview({ data: { preview }, locale }: GiveBackProps) {
  const { give: words } = textsFor(locale).payments.booking;
  if (preview === null) return null;
  return (
    <div role="status">
      <h3>{words.preview}</h3>
      <ul>
        <li>{words.customerGets(formatMoney(locale, preview.amountOre))}</li>
        <li>{words.customerPaid(formatMoney(locale, preview.paidOre))}</li>
        <li>{preview.hasCreditNote ? words.credit : words.noCredit}</li>
        {preview.needsSecond && <li>{words.second}</li>}
      </ul>
    </div>
  );
}
