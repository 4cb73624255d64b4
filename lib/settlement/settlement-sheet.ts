// A settlement in words: what stands on it, from top to bottom. The page, the PDF and the file are made of the same sheet, so that they
// cannot say different things.
import { formatMoney, formatNumber } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { PAYMENT_METHODS } from "../payments/payment-method.ts";
import type { SettlementContent, SettlementLine } from "./settlement.ts";

/** A word and an amount in öre. */
export interface SheetSum {
  label: string;
  ore: number;
}

/** A line; what the holder is charged is below zero. */
export interface SheetLine {
  text: string;
  /** What somebody wrote, "" where the text says all. */
  reason: string;
  netOre: number;
  vatOre: number;
  totalOre: number;
}

/** The settlement. */
export interface SettlementSheet {
  /** By way to pay, then their sum and its VAT. */
  sold: readonly SheetSum[];
  lines: readonly SheetLine[];
  /** From what is owed to what is paid. */
  sums: readonly SheetSum[];
}

/** The sheet in a language. */
export function settlementSheet(content: SettlementContent, locale: Locale): SettlementSheet {
  const { sheet: words, methods } = textsFor(locale).settlement;
  const { soldOre, soldVatOre, amounts, carriedInOre, carriedOutOre } = content;
  const sold = PAYMENT_METHODS.filter((method) => soldOre[method] !== 0)
    .map((method) => ({ label: methods[method], ore: soldOre[method] }));
  const all = PAYMENT_METHODS.reduce((sum, method) => sum + soldOre[method], 0);
  const lines = content.lines.map((line) => sheetLine(line, locale));
  const chargesOre = lines.reduce((sum, { totalOre }) => totalOre < 0 ? sum + totalOre : sum, 0);
  const creditsOre = lines.reduce((sum, { totalOre }) => totalOre > 0 ? sum + totalOre : sum, 0);
  const { sums } = words;
  return {
    sold: [...sold, { label: words.all, ore: all }, { label: words.vatOfSold, ore: soldVatOre }],
    lines,
    sums: [
      { label: sums.owed, ore: amounts.owedOre },
      { label: sums.charges, ore: chargesOre },
      ...(creditsOre === 0 ? [] : [{ label: sums.bought, ore: creditsOre }]),
      ...(carriedInOre === 0 ? [] : [{ label: sums.carriedIn, ore: carriedInOre }]),
      carriedOutOre < 0
        ? { label: sums.carriedOut, ore: carriedOutOre }
        : { label: sums.paid, ore: amounts.paidOre },
    ],
  };
}

/** `12,5 %` of hundredths of a percent. */
export function formatRate(locale: Locale, basisPoints: number): string {
  return textsFor(locale).settlement.sheet.percent(formatNumber(locale, basisPoints / 100));
}

/** What a line is for, without what somebody wrote. */
export function lineText(
  { code, method, basisPoints, baseOre, count }: SettlementLine,
  locale: Locale,
): string {
  const { sheet: { codes }, methods, kinds } = textsFor(locale).settlement;
  switch (code) {
    case "commission":
      return codes[code](
        method === null ? "" : methods[method],
        formatRate(locale, basisPoints),
        formatMoney(locale, baseOre),
      );
    case "per-ride":
    case "per-month":
      return codes[code](formatNumber(locale, count));
    case "deduction":
    case "compensation":
      return kinds[code];
  }
}

function sheetLine(line: SettlementLine, locale: Locale): SheetLine {
  const sign = line.code === "compensation" ? 1 : -1;
  return {
    text: lineText(line, locale),
    reason: line.reason,
    netOre: sign * line.netOre,
    vatOre: sign * line.vatOre,
    totalOre: sign * (line.netOre + line.vatOre),
  };
}
