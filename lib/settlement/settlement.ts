// A settlement (avräkning): what the company owes a permit holder for the days since the last one, less what the holder owes it.
import type { SettledAmounts } from "../bookkeeping/book-note.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { SettlementPapers } from "./settlement-papers.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";

/** What is written into the next settlement by hand. */
export const ADJUSTMENT_KINDS = ["deduction", "compensation"] as const;

/** One of them. */
export type AdjustmentKind = typeof ADJUSTMENT_KINDS[number];

/** VAT of a deduction, in percent: a service of the company has it, an advance that is paid back has none. */
export const DEDUCTION_RATES = [25, 0] as const;

/** VAT of what the company sells, and of what it buys from who accounts for VAT, in percent. */
export const SERVICE_VAT_PERCENT = 25;

/** Something to deduct from, or to add to, what a holder is paid. */
export interface Adjustment {
  /** A ULID. */
  id: string;
  holderId: HolderId;
  /** The local date it counts on. */
  date: string;
  kind: AdjustmentKind;
  reason: string;
  /** Without VAT, above zero. */
  amountOre: number;
  vatRatePercent: number;
  /** Id of who wrote it. */
  by: string;
  /** When, instant in UTC. */
  at: string;
}

/** What a line of a settlement is for. */
export const SETTLEMENT_LINE_CODES = [
  ...["commission", "per-ride", "per-month"] as const,
  ...ADJUSTMENT_KINDS,
] as const;

/** One of them. */
export type SettlementLineCode = typeof SETTLEMENT_LINE_CODES[number];

/** One line: what the holder is charged, or as compensation gets. */
export interface SettlementLine {
  code: SettlementLineCode;
  /** Of commission: how the customers paid, and the rate in hundredths of a percent of `baseOre`, which is without VAT. */
  method: PaymentMethod | null;
  basisPoints: number;
  baseOre: number;
  /** How many rides, or months; 1 for what has no number. */
  count: number;
  /** What somebody wrote, "" where the code says all. */
  reason: string;
  /** Without VAT. */
  netOre: number;
  vatRatePercent: number;
  vatOre: number;
}

/** What some days come to. */
export interface SettlementContent {
  /** Local dates, both inclusive. */
  from: string;
  until: string;
  /** What customers paid by each method, less what they got back; with VAT. */
  soldOre: Record<PaymentMethod, number>;
  /** VAT of that, which the holder accounts for. */
  soldVatOre: number;
  rides: number;
  lines: SettlementLine[];
  /** Ids of those who wrote the deductions and compensations: they do not approve them. */
  adjustedBy: string[];
  /** From the settlement before: zero, or below it what the holder still owes. */
  carriedInOre: number;
  amounts: SettledAmounts;
  /** What the holder owes after it, below zero, or zero. */
  carriedOutOre: number;
}

/** One settlement. */
export interface Settlement extends SettlementContent {
  holderId: HolderId;
  /** 1, 2, 3 and so on for each holder. */
  number: number;
  /** Id of who proposed it, and when, instant in UTC. */
  proposedBy: string;
  proposedAt: string;
  /** The same of who approved it; null while nobody has. */
  approvedBy: string | null;
  approvedAt: string | null;
  /** The note by which the books were told. */
  noteId: string | null;
  /** Who invoices whom; null while nobody has approved it. */
  papers: SettlementPapers | null;
}

/** How far a holder is settled: one row that every change checks and writes, so that of two at once one is done anew. */
export interface SettlementState {
  /** Number of the last settlement that was proposed. */
  last: number;
  /** The last day that is settled, local; "" for none. */
  through: string;
  /** The last day nothing can be written into any more: that of a proposal, else of `through`. */
  lockedThrough: string;
  /** Whether the last is still a proposal. */
  isPending: boolean;
  /** What the holder owes after the last that was approved: zero or below. */
  carriedOre: number;
  /** How many invoices there are of the company to the holder, and of the holder by self-billing: numbers without a gap. */
  invoices: number;
  selfBilled: number;
  /** Counts the changes, so that a change of other rows is one of this. */
  revision: number;
}

/** Nothing is settled. */
export const UNSETTLED: SettlementState = {
  ...{ last: 0, through: "", lockedThrough: "", isPending: false, carriedOre: 0, revision: 0 },
  ...{ invoices: 0, selfBilled: 0 },
};

/** Most adjustments of one settlement: a list a person can check, that fits a row. */
export const MAX_ADJUSTMENTS = 100;

/** Longest time that is settled at once, in days: a quarter. */
export const MAX_SETTLED_DAYS = 92;

/** Why nothing was done. */
export const SETTLEMENT_REFUSALS = [
  /** Nobody holds that permit with books of its own. */
  "unknown-holder",
  /** What was to be changed is not there any more. */
  "nothing-there",
  /** Somebody else changed it since it was shown. */
  "changed",
  /** Who approves has written it. */
  "author",
  /** Terms begin after today, unless they are the first. */
  "day-gone",
  /** There are terms from that day on. */
  "day-taken",
  /** The day is settled, or about to be. */
  "settled",
  /** The last day is not over. */
  "not-over",
  /** The holder's books are not closed through the last day. */
  "not-closed",
  /** There are no approved terms. */
  "no-terms",
  /** What the company buys needs an agreement that it makes the holder's invoice. */
  "no-agreement",
  /** A proposal waits for somebody's approval. */
  "pending",
  "too-long",
  "too-many",
  /** More settlements wait to be paid than a queue holds. */
  "queue-full",
] as const;

/** One of them. */
export type SettlementRefusal = typeof SETTLEMENT_REFUSALS[number];

/** What a settlement is called in the books, and by who pays and is paid: `H02-7`. */
export function settlementName({ holderId, number }: { holderId: HolderId; number: number }) {
  return `${holderId}-${number}`;
}
