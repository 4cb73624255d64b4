// A file that pays settlements: what stands in it is decided when it is made and never changes, so that it is the same bytes whenever
// it is fetched.
import type { HolderId } from "../fleet/vehicle.ts";

/** One settlement that waits to be paid. */
export interface QueuedPayment {
  holderId: HolderId;
  /** Of the settlement. */
  number: number;
  amountOre: number;
}

/** What waits, the longest first. */
export interface PaymentQueue {
  payments: QueuedPayment[];
}

/** One payment of a file. */
export interface FilePayment extends QueuedPayment {
  /** Who is paid, and where. */
  name: string;
  account: string;
}

/** Who pays. */
export interface Payer {
  name: string;
  /** `559990-0015`; "" while nobody has said. */
  organisationNumber: string;
  iban: string;
  bic: string;
}

/** A file. */
export interface PaymentFile {
  /** A ULID: also the name of the message. */
  id: string;
  /** Instant in UTC. */
  madeAt: string;
  /** Id of who made it. */
  madeBy: string;
  /** Local date on which the bank is to pay. */
  payOn: string;
  payer: Payer;
  payments: FilePayment[];
  totalOre: number;
  /** Of its bytes, in hex. */
  sha256: string;
}

/** Most settlements that wait; each is a week or a month of one holder. */
export const MAX_QUEUED_PAYMENTS = 400;

/** Most payments of one file: its row holds them. What is more is paid by the next. */
export const MAX_FILE_PAYMENTS = 100;

/** How far ahead a bank is told to pay at most, in days. */
export const MAX_PAY_AHEAD_DAYS = 30;

/** Why no file was made. */
export const PAYMENT_FILE_REFUSALS = [
  /** The company's own account is not set. */
  "no-payer",
  /** Nothing waits that has an approved account. */
  "nothing-to-pay",
  /** The day is over, a weekend's, or too far ahead. */
  "no-bank-day",
] as const;

/** One of them. */
export type PaymentFileRefusal = typeof PAYMENT_FILE_REFUSALS[number];
