// The books of one legal entity at Fortnox: what it may be asked with, how far it has come, and what stands in the way.
import type { VoucherSeries } from "../bookkeeping/voucher.ts";

/** With what Fortnox is asked; a refresh token can be used once and brings the next. */
export interface FortnoxTokens {
  access: string;
  refresh: string;
  /** When the access token ends, instant in UTC. */
  accessUntil: string;
}

/** One of our vouchers, by its key in the books of its entity. */
export interface VoucherPlace {
  date: string;
  series: VoucherSeries;
  number: number;
}

/** What a person must mend before anything more is sent. */
export const FORTNOX_TROUBLES = [
  /** Its refresh token was revoked, ended, or lost in a crash: connect again. */
  "access-ended",
  /** Nobody has opened the financial year there, or it is closed. */
  "year-missing",
  "series-missing",
  /** Fortnox said no for another reason, in its words. */
  "refused",
] as const;

/** One of them. */
export type FortnoxTroubleKind = typeof FORTNOX_TROUBLES[number];

/** What stands in the way. */
export interface FortnoxTrouble {
  kind: FortnoxTroubleKind;
  at: string;
  /** What Fortnox said, "" for nothing. */
  said: string;
}

/** Where the vouchers go, and from which day on. */
export interface FortnoxStart {
  from: string;
  /** The series at Fortnox that all of them are put in. */
  series: string;
}

/** The link of one entity. */
export interface FortnoxLink {
  tokens: FortnoxTokens;
  connectedAt: string;
  /** Null until the accountant has said it. */
  start: FortnoxStart | null;
  /** The last voucher that is there. */
  through: VoucherPlace | null;
  /** One that was being sent: after a crash nobody knows whether it arrived. */
  sending: VoucherPlace | null;
  /** How many were sent. */
  sent: number;
  /** Until when one process has the link to itself, instant in UTC; "" for nobody. */
  busyUntil: string;
  /** When all of its pace is there again, in epoch milliseconds (`lib/kernel/gcra.ts`). */
  paceFullAtMs: number;
  trouble: FortnoxTrouble | null;
}

/** A voucher as Fortnox takes it; amounts in kronor. */
export interface FortnoxVoucher {
  Description: string;
  VoucherSeries: string;
  TransactionDate: string;
  VoucherRows: readonly {
    Account: number;
    Debit: number;
    Credit: number;
    TransactionInformation?: string;
  }[];
}

/** What our voucher is found by at Fortnox: it stands first in its text. */
export function referenceOf({ series, number }: Pick<VoucherPlace, "series" | "number">): string {
  return `Avanti ${series}${number}:`;
}
