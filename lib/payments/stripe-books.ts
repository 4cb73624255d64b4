// Stripe's own books: its charges of a time, and the events it has posted or tried to.
import type Stripe from "stripe";
import { paymentId } from "./payment.ts";
import type { ProviderCharge, ProviderEvent } from "./payment-provider.ts";
import { asking } from "./stripe-client.ts";
import { eventOf } from "./stripe-event.ts";
import { idOf, instantOf } from "./stripe-seen-rules.ts";

/** Rows asked for at once; Stripe gives no more. */
const ROWS_A_PAGE = 100;
/** Most pages of one walk: a hundred thousand charges a day are more than all taxis of the country make. */
const MAX_PAGES = 1_000;

/** The part of the library this asks. */
export type StripeBooks = Pick<Stripe, "charges" | "events">;

/** Charges made in a time, newest first. */
export async function* listCharges(
  { charges }: StripeBooks,
  fromMs: number,
  untilMs: number,
): AsyncGenerator<ProviderCharge> {
  const created = { gte: secondsOf(fromMs), lt: secondsOf(untilMs) };
  for await (const charge of pages((page) => charges.list({ ...page, created }))) {
    if (charge.status === "failed") continue;
    const { id, payment_intent, metadata, captured, amount_captured, amount_refunded } = charge;
    yield {
      id,
      intentId: payment_intent === null ? null : idOf(payment_intent),
      paymentId: metadata.payment === undefined ? null : paymentId(metadata.payment),
      capturedOre: amount_captured,
      refundedOre: captured ? amount_refunded : 0,
      isHeld: !captured && !charge.refunded,
      at: instantOf(charge.created) ?? "",
    };
  }
}

/** Events from a time on, newest first. Stripe keeps them for thirty days. */
export async function* listEvents(
  { events }: StripeBooks,
  fromMs: number,
): AsyncGenerator<ProviderEvent> {
  const created = { gte: secondsOf(fromMs) };
  for await (const event of pages((page) => events.list({ ...page, created }))) {
    yield eventOf(event);
  }
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}

async function* pages<Row extends { id: string }>(
  list: (page: { limit: number; starting_after?: string }) => Promise<Stripe.ApiList<Row>>,
): AsyncGenerator<Row> {
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const start = after === undefined ? {} : { starting_after: after };
    const { data, has_more } = await asking(() => list({ limit: ROWS_A_PAGE, ...start }));
    yield* data;
    after = data.at(-1)?.id;
    if (!has_more || after === undefined) return;
  }
}
