// Who moves the money, as the product asks it. Card data are the provider's alone: people type them on its own origin, and
// nothing here could carry any. Every write can be repeated: it has one effect however often it is asked.
import type { Locale } from "../kernel/locale.ts";
import type { Payment, PaymentFailure, PaymentId, ProviderIds, Refund } from "./payment.ts";
import type { SeenPayment } from "./seen-payment-rules.ts";

/** What a page of ours loads from the provider, and what it may reach for that. */
export interface ProviderPage {
  publishableKey: string;
  /** Its script, and where that comes from. */
  scriptUrl: string;
  scriptOrigin: string;
  /** Where its fields and its pages stand that are framed by ours. */
  frameOrigins: readonly string[];
  /** Where its script asks. */
  connectOrigins: readonly string[];
}

/** What a page hands to the provider's script. */
export interface PayingSecret {
  /** Whether a card is charged or saved for later. */
  kind: "payment" | "setup";
  /** Lets its bearer pay this one payment; never stored, never logged. */
  clientSecret: string;
}

/** A page of the provider's own, for browsers without script. */
export interface ProviderPageWanted {
  /** Where people come back to when they have paid, and when they have not. */
  doneUrl: string;
  backUrl: string;
  locale: Locale;
  /** What the page says is paid for. */
  what: string;
}

/** Why somebody is told of an event: what it is about. */
export interface ProviderEvent {
  id: string;
  type: string;
  /** The payment it says it is of, when it says so. */
  paymentId: PaymentId | null;
  /** What the provider calls what it is about: intents, saved cards, pages, charges. */
  about: readonly string[];
}

/** A payment of ours as what was opened for it says it was: of one whose row is gone. */
export interface RecalledPayment {
  id: PaymentId;
  bookingId: string;
  method: "card" | "swish";
  limitOre: number;
  ids: Partial<ProviderIds>;
}

/** What a saved card that was asked has said. */
export interface AskedCard {
  ids: { intentId: string; sessionId: null };
  isHeld: boolean;
  /** Why not; what it says is of no use where it is held. */
  failure: PaymentFailure;
}

/** The provider. Throws GatewayError; `retriable` when the same may succeed later. */
export interface PaymentProvider {
  readonly page: ProviderPage;
  /** Opens what everything of the payment is found by: written down before anything that can be paid. */
  openCustomer(payment: Payment): Promise<Partial<ProviderIds>>;
  /** Opens what the payment needs so that somebody can pay it: its new ids; nothing when it has them. */
  prepare(payment: Payment): Promise<Partial<ProviderIds>>;
  /** What a page needs to let somebody pay; null when there is nothing to pay any more. */
  secretOf(payment: Payment): Promise<PayingSecret | null>;
  /** Opens a page of the provider's own in the place of what was open. */
  openPage(
    payment: Payment,
    wanted: ProviderPageWanted,
  ): Promise<{ url: string; ids: Partial<ProviderIds> }>;
  /** Asks the saved card for an amount, with nobody there: once for each `due`, however often this is called. */
  authoriseSaved(payment: Payment, amountOre: number, due: string | null): Promise<AskedCard>;
  /** Lets go of what was opened for the payment and another, written down, stands in the place of. */
  letGo(payment: Payment, ids: Partial<ProviderIds>): Promise<void>;
  /** Takes the card that is saved out of the provider's books. */
  forget(payment: Payment): Promise<void>;
  /** The payment as it is there now. */
  read(payment: Payment): Promise<SeenPayment>;
  capture(payment: Payment, amountOre: number): Promise<void>;
  /** Lets go of whatever is open or authorised. */
  cancel(payment: Payment): Promise<void>;
  refund(payment: Payment, refund: Refund): Promise<void>;
  /** What an event is about, when that is a payment of ours; null otherwise. */
  recall(event: ProviderEvent): Promise<RecalledPayment | null>;
  /** Reads an event somebody posted to us, if it is signed with a secret of ours and of these minutes; null otherwise. */
  readEvent(body: string, signature: string, nowMs: number): Promise<ProviderEvent | null>;
}
