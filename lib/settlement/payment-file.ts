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

/** A payment of a file that the bank did not carry out; once two people have said so it waits for the next file. */
export interface PaymentReturn {
  holderId: HolderId;
  number: number;
  askedBy: string;
  confirmedBy: string | null;
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
  /** What the bank reads, as it was made: a later release that writes it otherwise hands out this one. */
  message: string;
  /** Payments that did not come about: who said so, and who else did, ids. */
  returns: PaymentReturn[];
  /** Of the bytes of the message, in hex. */
  sha256: string;
}

/** Most settlements that wait; each is a week or a month of one holder. */
export const MAX_QUEUED_PAYMENTS = 400;

/** Most payments of one file: its row holds them and the message, sealed. What is more is paid by the next. */
export const MAX_FILE_PAYMENTS = 30;

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
  /** The payment is in no such file, or it was said of it already. */
  "nothing-there",
  /** Who said that it did not come about cannot confirm it. */
  "author",
  "queue-full",
] as const;

/** One of them. */
export type PaymentFileRefusal = typeof PAYMENT_FILE_REFUSALS[number];
