// Deductions and compensations of days that are not settled, and the form that writes one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { MAX_REASON_LENGTH } from "../../../board/settlement-form.ts";
import type { HolderSettlementData } from "../../../board/settlements-page.ts";
import { formatMoney, formatPercent } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ADJUSTMENT_KINDS, DEDUCTION_RATES } from "../../../settlement/settlement.ts";

/** Properties of AdjustmentsPart. */
export interface AdjustmentsPartProps {
  data: HolderSettlementData;
  locale: Locale;
}

/** The list, then the form. */
export function AdjustmentsPart({ data, locale }: AdjustmentsPartProps) {
  const { adjustments: words } = textsFor(locale).settlement;
  return (
    <section class="retention-part">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {data.adjustments.length === 0
        ? <p>{words.none}</p>
        : <Written data={data} locale={locale} />}
      {data.mayAct && <AdjustForm data={data} locale={locale} />}
    </section>
  );
}

function Written({ data, locale }: AdjustmentsPartProps) {
  const { adjustments: words, kinds } = textsFor(locale).settlement;
  const { columns } = words;
  return (
    <form method="post" action={paths.adminHolderSettlements(data.holder.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="action" value="strike" />
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([name, title]) => <th key={name} scope="col">{title}
            </th>)}
          </tr>
        </thead>
        <tbody>
          {data.adjustments.map(({ id, date, kind, reason, amountOre, vatRatePercent }) => (
            <tr key={id}>
              <th scope="row">{date}</th>
              <td data-label={columns.kind}>{kinds[kind]}</td>
              <td data-label={columns.reason}>
                <bdi>{reason}</bdi> {data.mayAct && (
                  <button
                    type="submit"
                    class="button"
                    name="adjustment"
                    value={`${date} ${id}`}
                  >
                    {words.strike} <bdi class="visually-hidden">{reason}</bdi>
                  </button>
                )}
              </td>
              <td data-label={columns.amount}>{formatMoney(locale, amountOre)}</td>
              <td data-label={columns.rate}>{formatPercent(locale, vatRatePercent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  );
}

function AdjustForm({ data: { holder, formToken, today, values }, locale }: AdjustmentsPartProps) {
  const { adjustments: words, kinds } = textsFor(locale).settlement;
  const isBack = values.get("action") === "adjust";
  const typed = (name: string) => isBack ? values.get(name) ?? "" : "";
  return (
    <form
      class="action-form landmark-form"
      method="post"
      action={paths.adminHolderSettlements(holder.id)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <label class="action-field">
        <span>{words.kind}</span>
        <select name="kind">
          {ADJUSTMENT_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === typed("kind")}>{kinds[kind]}</option>
          ))}
        </select>
      </label>
      <label class="action-field">
        <span>{words.date}</span>
        <input type="date" name="date" value={typed("date") || today} required />
      </label>
      <label class="action-field">
        <span>{words.reason}</span>
        <input
          type="text"
          name="reason"
          value={typed("reason")}
          maxLength={MAX_REASON_LENGTH}
          dir="auto"
        />
      </label>
      <label class="action-field">
        <span>{words.amount}</span>
        <input type="text" name="amount" value={typed("amount")} inputMode="decimal" dir="auto" />
      </label>
      <label class="action-field">
        <span>{words.rate}</span>
        <select name="rate">
          {DEDUCTION_RATES.map((rate) => (
            <option key={rate} value={rate} selected={String(rate) === typed("rate")}>
              {rate === 0 ? words.rates.none : words.rates.service(formatPercent(locale, rate))}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary" name="action" value="adjust">{words.add}</button>
    </form>
  );
}
