// Stripe's own books: its charges and the movements of its balance in a time, and the events it has posted or tried to.
import Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import { paymentId } from "./payment.ts";
import type { ProviderEvent } from "./payment-provider.ts";
import type {
  ProviderBooks,
  ProviderCharge,
  ProviderMovement,
  ProviderPeriod,
  ProviderRows,
} from "./provider-books.ts";
import { asking } from "./stripe-client.ts";
import { eventOf } from "./stripe-event.ts";
import { idOf, instantOf } from "./stripe-seen-rules.ts";

/** Rows asked for at once; Stripe gives no more. */
const ROWS_A_PAGE = 100;

/** The part of the library this asks. */
type StripeLists = Pick<Stripe, "charges" | "events" | "balanceTransactions">;

/** Reads them. */
export class StripeBooks implements ProviderBooks {
  readonly #stripe: StripeLists;

  constructor(stripe: StripeLists) {
    this.#stripe = stripe;
  }

  async events(fromMs: number, after: string | null): Promise<ProviderRows<ProviderEvent>> {
    const created = { gte: secondsOf(fromMs) };
    return await read((page) => this.#stripe.events.list({ ...page, created }), after, eventOf);
  }

  async charges(period: ProviderPeriod, after: string | null) {
    const created = createdIn(period);
    const list = (page: Page) => this.#stripe.charges.list({ ...page, created });
    return await read(list, after, chargeOf);
  }

  async movements(period: ProviderPeriod, after: string | null) {
    const created = createdIn(period);
    const expand = ["data.source"];
    const list = (page: Page) =>
      this.#stripe.balanceTransactions.list({ ...page, created, expand });
    return await read(list, after, movementOf);
  }

  async charge(id: string): Promise<ProviderCharge | null> {
    try {
      return chargeOf(await asking(() => this.#stripe.charges.retrieve(id)));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}

/** What a page is asked for by. */
interface Page {
  limit: number;
  starting_after?: string;
}

async function read<Row extends { id: string }, Told>(
  list: (page: Page) => Promise<Stripe.ApiList<Row>>,
  after: string | null,
  told: (row: Row) => Told,
): Promise<ProviderRows<Told>> {
  const start = after === null ? {} : { starting_after: after };
  const { data, has_more } = await asking(() => list({ limit: ROWS_A_PAGE, ...start }));
  return { rows: data.map(told), next: has_more ? data.at(-1)?.id ?? null : null };
}

function createdIn({ fromMs, untilMs }: ProviderPeriod): { gte: number; lt: number } {
  return { gte: secondsOf(fromMs), lt: secondsOf(untilMs) };
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}

/** One that was refused holds nothing and took nothing. */
function chargeOf(charge: Stripe.Charge): ProviderCharge {
  const { id, payment_intent, metadata, captured, refunded, status } = charge;
  const isHeld = status === "succeeded" && !captured && !refunded;
  return {
    id,
    intentId: payment_intent === null ? null : idOf(payment_intent),
    paymentId: metadata.payment === undefined ? null : paymentId(metadata.payment),
    capturedOre: status === "failed" ? 0 : charge.amount_captured,
    refundedOre: captured ? charge.amount_refunded : 0,
    releasedOre: captured ? charge.amount - charge.amount_captured : 0,
    heldOre: isHeld ? charge.amount : 0,
    at: instantOf(charge.created) ?? "",
  };
}

/** By Stripe's names: what is not here moves money in a way our books know nothing of. */
const KINDS: Readonly<Record<string, Pick<ProviderMovement, "kind" | "method">>> = {
  charge: { kind: "taken", method: "card" },
  payment: { kind: "taken", method: "swish" },
  refund: { kind: "given-back", method: "card" },
  payment_refund: { kind: "given-back", method: "swish" },
  refund_failure: { kind: "given-back", method: "card" },
  payment_failure_refund: { kind: "given-back", method: "swish" },
  adjustment: { kind: "disputed", method: "card" },
  payout: { kind: "payout", method: null },
  payout_cancel: { kind: "payout", method: null },
  payout_failure: { kind: "payout", method: null },
  stripe_fee: { kind: "fee", method: null },
  stripe_fx_fee: { kind: "fee", method: null },
  tax_fee: { kind: "fee", method: null },
};

function movementOf(row: Stripe.BalanceTransaction): ProviderMovement {
  const { id, type, amount, fee, source, currency } = row;
  const { kind, method } = KINDS[type] ?? { kind: "other", method: null };
  return {
    ...{ id, type, method },
    // Öre are reckoned with; a balance in another currency is for a person.
    kind: currency === "sek" ? kind : "other",
    // A fee of its own is an amount that is taken, not one that is kept of another.
    amountOre: kind === "fee" ? 0 : amount,
    feeOre: kind === "fee" ? fee - amount : fee,
    chargeId: chargeIdOf(source),
    at: instantOf(row.created) ?? "",
  };
}

/** Of a refund or a dispute: the charge it is of. */
function chargeIdOf(source: Stripe.BalanceTransaction["source"]): string | null {
  if (source === null || typeof source === "string" || !("charge" in source)) return null;
  const { charge } = source;
  return charge ? idOf(charge) : null;
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof GatewayError ? error.cause : null;
  return cause instanceof Stripe.errors.StripeInvalidRequestError && cause.statusCode === 404;
}
