// The rows of a fee matrix as a table; those of a draft can be removed.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { FeeData } from "../../../board/fees-page.ts";
import type { FeeRow } from "../../../fees/fee-matrix.ts";
import { feeWords } from "../../../i18n/fee-words.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Said } from "../../parts/Said.tsx";

/** Properties of FeeRows. */
export interface FeeRowsProps {
  data: FeeData;
  locale: Locale;
}

/** The table, or that there are none. */
export function FeeRows({ data, locale, mayDraft }: FeeRowsProps & { mayDraft: boolean }) {
  const { fees: words, quote } = textsFor(locale);
  const { columns } = words;
  const { matrix } = data;
  if (matrix.rows.length === 0) return <p>{words.noRows}</p>;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.rowsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.fault}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.vehicleClass}</th>
          <th scope="col">{columns.band}</th>
          <th scope="col">{columns.withinMinutes}</th>
          <th scope="col">{columns.amount}</th>
          {mayDraft && <th scope="col">{columns.remove}</th>}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row, i) => (
          <tr key={JSON.stringify(row)}>
            <th scope="row" class="job-what">{words.kinds[row.kind]}</th>
            <td data-label={columns.fault}>{words.faults[row.fault]}</td>
            <td data-label={columns.place}>{placeOf(row, locale)}</td>
            <td data-label={columns.vehicleClass}>
              {row.vehicleClass === null ? words.anyClass : quote.classes[row.vehicleClass].name}
            </td>
            <td data-label={columns.band}>
              {row.band === null ? words.anyTime : `${row.band.from}–${row.band.until}`}
            </td>
            <td data-label={columns.withinMinutes}>
              {row.withinMinutes === null ? words.always : words.minutes(row.withinMinutes)}
            </td>
            <td data-label={columns.amount}>{feeWords(locale, row.amount)}</td>
            {mayDraft && (
              <td data-label={columns.remove}>
                <Remove data={data} at={i} locale={locale} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remove({ data, at, locale }: FeeRowsProps & { at: number }) {
  const { fees: words } = textsFor(locale);
  const { bookedFrom, draft, formToken } = data;
  return (
    <form method="post" action={paths.adminFee(bookedFrom)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="revision" value={draft?.revision} />
      <input type="hidden" name="row" value={at} />
      <button
        type="submit"
        class="button"
        name="action"
        value="remove-row"
        aria-label={`${words.removeRow}: ${words.rows} ${at + 1}`}
      >
        {words.removeRow}
      </button>
    </form>
  );
}

function placeOf({ place }: FeeRow, locale: Locale) {
  const { fees: words } = textsFor(locale);
  if (place.kind === "any") return words.anywhere;
  return place.kind === "zone" ? words.zone(place.id) : <Said>{place.name}</Said>;
}
