// What accounts are called, by BAS.
import { formatPercent } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { type AccountNumber, VAT_ACCOUNTS } from "./account.ts";

/** The names in a language. */
export function accountNames(locale: Locale): Readonly<Record<AccountNumber, string>> {
  const words = textsFor(locale).bookkeeping;
  const rates = VAT_ACCOUNTS.flatMap(({ ratePercent, sales, vat }) => {
    const rate = formatPercent(locale, ratePercent);
    return [[sales, words.salesAt(rate)], [vat, words.outputVatAt(rate)]];
  });
  return { ...words.accounts, ...Object.fromEntries(rates) };
}
