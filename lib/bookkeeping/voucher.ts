// A voucher (verifikation): what happened once, as entries on accounts whose sum is zero. Nothing in it is ever changed.
import type { HolderId } from "../fleet/vehicle.ts";
import { invariant } from "../kernel/invariant.ts";
import { assertOre } from "../kernel/money.ts";
import type { AccountNumber } from "./account.ts";

/** Series of vouchers: sales, payments, settlements, what people told the books. */
export const VOUCHER_SERIES = ["A", "B", "C", "D"] as const;

/** One of them. */
export type VoucherSeries = typeof VOUCHER_SERIES[number];

/** One entry; debit is above zero, credit below. */
export interface VoucherEntry {
  account: AccountNumber;
  amountOre: number;
  /** Of claims and debts between the central and who drives: whose. */
  holderId?: HolderId;
}

/** What a voucher stands on. */
export interface VoucherSource {
  kind: "sale" | "payment" | "settlement" | "note";
  /** Of the sale, the payment and so on. */
  id: string;
}

/** What happened, by the word texts are found under. */
export const VOUCHER_TEXTS = [
  ...["sale", "credit", "owed-to-driver", "captured", "refunded", "refund-sent-back"],
  ...["disputed", "dispute-won", "dispute-lost"],
  ...["provider-fee", "payout", "invoice-paid", "tip", "settlement"],
] as const;

/** One of them. */
export type VoucherText = typeof VOUCHER_TEXTS[number];

/** One voucher. */
export interface Voucher {
  /** In whose books it stands. */
  entityId: HolderId;
  /** The day it is booked on, local. */
  date: string;
  /** The day it happened, local: an earlier one where that was closed already. */
  happenedOn: string;
  series: VoucherSeries;
  /** Numbers of a series have no gap. */
  number: number;
  text: VoucherText;
  entries: VoucherEntry[];
  source: VoucherSource;
  /** When it was booked, instant in UTC. */
  postedAt: string;
}

/** A voucher without what the books of its entity give it. */
export type VoucherDraft = Omit<Voucher, "date" | "happenedOn" | "number" | "postedAt">;

/** The entries of one voucher: one an account, without those that say nothing. Throws InvariantError unless they balance. */
export function balanced(entries: readonly VoucherEntry[]): VoucherEntry[] {
  const sums = new Map<string, VoucherEntry>();
  for (const entry of entries) {
    const name = `${entry.account} ${entry.holderId ?? ""}`;
    const sum = sums.get(name);
    sums.set(name, { ...entry, amountOre: assertOre(entry.amountOre + (sum?.amountOre ?? 0)) });
  }
  const kept = [...sums.values()].filter(({ amountOre }) => amountOre !== 0);
  invariant(kept.reduce((sum, { amountOre }) => sum + amountOre, 0) === 0, "A voucher balances");
  return kept;
}
