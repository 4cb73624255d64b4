// A fee as it is agreed, said in words: a part of the price, or kronor.
import type { Locale } from "../kernel/locale.ts";
import { formatMoney } from "./format.ts";
import { textsFor } from "./texts.ts";

/** Part of a price in percent, or öre. */
export type SaidFee = { kind: "percent"; percent: number } | { kind: "fixed"; ore: number };

/** `halva priset`, `25 % av priset`, `200 kr`. */
export function feeWords(locale: Locale, fee: SaidFee): string {
  return fee.kind === "percent"
    ? textsFor(locale).fees.part(fee.percent)
    : formatMoney(locale, fee.ore);
}
