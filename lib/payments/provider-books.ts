// The provider's own books, for comparing them with ours: what it took and gave back, what it kept and paid out, and what it
// has told us of. A page at a time, so that whoever reads a day goes on where it was.
import type { PaymentId } from "./payment.ts";
import type { ProviderEvent } from "./payment-provider.ts";

/** A time: from an instant on, before another; epoch milliseconds. */
export interface ProviderPeriod {
  fromMs: number;
  untilMs: number;
}

/** Some rows, newest first, and behind which one the next page begins; null: there is none. */
export interface ProviderRows<Row> {
  rows: readonly Row[];
  next: string | null;
}

/** Money that was authorised or taken, as the provider has it. */
export interface ProviderCharge {
  id: string;
  intentId: string | null;
  paymentId: PaymentId | null;
  capturedOre: number;
  refundedOre: number;
  /** What a capture of a part let go: the provider may count it as given back. */
  releasedOre: number;
  /** What is only authorised, and not let go. */
  heldOre: number;
  at: string;
}

/** What moved the provider's balance: docs.stripe.com/reports/balance-transaction-types. */
export interface ProviderMovement {
  id: string;
  kind: "taken" | "given-back" | "disputed" | "payout" | "fee" | "other";
  /** What the provider calls its kind. */
  type: string;
  /** Whether it is of a card or of Swish; payouts and fees are of both. */
  method: "card" | "swish" | null;
  /** Above zero: to us. */
  amountOre: number;
  /** What the provider kept of it. */
  feeOre: number;
  /** Of what went back or was disputed: the charge it is of, however old. */
  chargeId: string | null;
  at: string;
}

/** The books. Throws GatewayError. */
export interface ProviderBooks {
  /** What happened from an instant on; the provider keeps it for thirty days. */
  events(fromMs: number, after: string | null): Promise<ProviderRows<ProviderEvent>>;
  /** Charges that were made in a time. */
  charges(period: ProviderPeriod, after: string | null): Promise<ProviderRows<ProviderCharge>>;
  /** What moved the balance in a time. */
  movements(period: ProviderPeriod, after: string | null): Promise<ProviderRows<ProviderMovement>>;
  /** One charge as it is now; null when there is none of that id. */
  charge(id: string): Promise<ProviderCharge | null>;
}
