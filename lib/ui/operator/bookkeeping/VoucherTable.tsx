// The vouchers of a day, each with its entries.
import type { BookDay } from "../../../board/books-page.ts";
import { accountNames } from "../../../bookkeeping/account-names.ts";
import { formatDate, formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Properties of VoucherTable. */
export interface VoucherTableProps {
  data: Pick<BookDay, "vouchers" | "hasMore">;
  locale: Locale;
}

/** The table; what the page does not show stands in the file. */
export function VoucherTable({ data: { vouchers, hasMore }, locale }: VoucherTableProps) {
  const words = textsFor(locale).bookkeeping;
  const names = words.day.voucherColumns;
  const accounts = accountNames(locale);
  const side = (ore: number) => ore > 0 ? formatMoney(locale, ore) : "";
  return (
    <section class="retention-part">
      <h2>{words.day.vouchers}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.day.vouchers}</caption>
        <thead>
          <tr>
            {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {vouchers.flatMap(({ series, number, text, entries, date, happenedOn }) =>
            entries.map(({ account, amountOre }, i) => (
              <tr key={`${series}${number} ${i}`}>
                <th scope="row">{`${series}${number}`}</th>
                <td data-label={names.text}>
                  {date === happenedOn ? words.vouchers[text] : words.day.happenedOn(
                    words.vouchers[text],
                    formatDate(locale, happenedOn, date),
                  )}
                </td>
                <td data-label={names.account}>{`${account} ${accounts[account]}`}</td>
                <td data-label={names.debit}>{side(amountOre)}</td>
                <td data-label={names.credit}>{side(-amountOre)}</td>
              </tr>
            ))
          )}
        </tbody>
      </table>
      {hasMore && <p>{words.day.more}</p>}
    </section>
  );
}
