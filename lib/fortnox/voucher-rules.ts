// Our vouchers as Fortnox takes them, and what a refusal is about. Pure.
import type { Voucher, VoucherText } from "../bookkeeping/voucher.ts";
import { type FortnoxVoucher, referenceOf, type VoucherPlace } from "./fortnox.ts";

/** Longest text of a voucher there, in characters. */
const MAX_DESCRIPTION = 200;

/** Where a voucher stands in our books. */
export function placeOf({ date, series, number }: Voucher): VoucherPlace {
  return { date, series, number };
}

/** True for a voucher that comes after a place, in the order they are sent. */
export function isAfter(voucher: Voucher, through: VoucherPlace | null): boolean {
  if (through === null || voucher.date !== through.date) {
    return through === null || voucher.date > through.date;
  }
  if (voucher.series !== through.series) return voucher.series > through.series;
  return voucher.number > through.number;
}

/** It, in a series of theirs. Where a debt or a claim is of somebody, the row says whose. */
export function fortnoxVoucher(
  voucher: Voucher,
  series: string,
  texts: Readonly<Record<VoucherText, string>>,
): FortnoxVoucher {
  const { date, happenedOn, text, source, entries } = voucher;
  const late = happenedOn === date ? "" : ` ${happenedOn}`;
  const words = `${referenceOf(voucher)} ${texts[text]}${late} ${source.id}`;
  return {
    Description: words.slice(0, MAX_DESCRIPTION),
    VoucherSeries: series,
    TransactionDate: date,
    VoucherRows: entries.map(({ account, amountOre, holderId }) => ({
      Account: account,
      Debit: Math.max(0, amountOre) / 100,
      Credit: Math.max(0, -amountOre) / 100,
      ...(holderId === undefined ? {} : { TransactionInformation: holderId }),
    })),
  };
}
