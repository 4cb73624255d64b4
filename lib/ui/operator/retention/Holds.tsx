// Bookings that are kept back from retention, and the form that keeps one back.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { RetentionData } from "../../../board/retention-page.ts";
import { formatMoment, formatReference, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { MAX_HOLD_REASON } from "../../../retention/legal-hold.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";

/** Properties of Holds. */
export interface HoldsProps {
  data: RetentionData;
  locale: Locale;
}

/** The section. */
export function Holds({ data, locale }: HoldsProps) {
  const words = textsFor(locale).retention;
  return (
    <section class="retention-part" id="holds">
      <h2>{words.holdsTitle}</h2>
      <p>{words.holdsLead}</p>
      {data.holds.length === 0 ? <p>{words.noHolds}</p> : <HoldTable data={data} locale={locale} />}
      {data.manages && <HoldForm data={data} locale={locale} />}
    </section>
  );
}

function HoldTable({ data, locale }: HoldsProps) {
  const words = textsFor(locale).retention;
  const { booking, reason, since } = words.holdColumns;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.holdsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{booking}</th>
          <th scope="col">{reason}</th>
          <th scope="col">{since}</th>
          <th scope="col">
            <span class="visually-hidden">{words.release}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.holds.map((hold) => (
          <tr key={hold.bookingId}>
            <th scope="row">
              <a href={paths.adminBooking(hold.bookingId)}>
                {formatReference(hold.reference) || hold.bookingId}
              </a>
            </th>
            <td data-label={reason}>
              <Said>{hold.reason}</Said>
            </td>
            <td data-label={since}>
              {formatMoment(locale, wallTimeOf(hold.at), today)}, <Said>{hold.by}</Said>
            </td>
            <td>
              {data.manages && (
                <form method="post" action={paths.adminRetention()}>
                  <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
                  <input type="hidden" name="booking" value={hold.bookingId} />
                  <button type="submit" class="button" name="act" value="release">
                    {words.release}{" "}
                    <span class="visually-hidden">{formatReference(hold.reference)}</span>
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HoldForm({ data, locale }: HoldsProps) {
  const words = textsFor(locale).retention;
  const { values, fault } = data;
  return (
    <form class="field-stack" method="post" action={paths.adminRetention()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      {fault !== null && (
        <div role="alert">
          <Notice tone="warn">
            {fault === "no-reason" ? words.faults[fault](MAX_HOLD_REASON) : words.faults[fault]}
          </Notice>
        </div>
      )}
      <label class="action-field">
        <span>{words.reference}</span>
        <input name="reference" value={values.reference} maxLength={40} required dir="auto" />
      </label>
      <label class="action-field">
        <span>{words.reason}</span>
        <input
          name="reason"
          value={values.reason}
          maxLength={MAX_HOLD_REASON}
          required
          dir="auto"
        />
      </label>
      <div class="button-row">
        <button type="submit" class="button" name="act" value="hold">{words.hold}</button>
      </div>
    </form>
  );
}
