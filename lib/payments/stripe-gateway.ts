// Payments at Stripe: docs.stripe.com/payments/place-a-hold-on-a-payment-method. Nobody's name goes there: its customer is one
// payment of ours. Every write has a key of our row and step, so that a repeat is the same request.
import type Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Payment, ProviderIds, Refund } from "./payment.ts";
import type {
  PayingSecret,
  PaymentProvider,
  ProviderEvent,
  ProviderPage,
  ProviderPageWanted,
  RecalledPayment,
} from "./payment-provider.ts";
import type { SeenPayment } from "./seen-payment-rules.ts";
import { asking, writing } from "./stripe-client.ts";
import { closeOpened, closeStrays, isPageOpen } from "./stripe-closing.ts";
import { authoriseSavedCard } from "./stripe-saved-card.ts";
import {
  intentOf,
  isPayable,
  metadataOf,
  MOST_OF_ONE,
  pageOf,
  secret,
  setupOf,
} from "./stripe-requests.ts";
import { forgetCards } from "./stripe-customer.ts";
import { recallPayment } from "./stripe-recall.ts";
import { readSignedEvent } from "./stripe-event.ts";
import {
  idOf,
  NOTHING_SEEN,
  seenDispute,
  seenOfIntent,
  seenOfSetup,
  seenRefunds,
} from "./stripe-seen-rules.ts";

/** What it stands on. */
export interface StripeGatewayDeps {
  stripe: Stripe;
  page: ProviderPage;
  /** What events are signed with; more than one while a secret is changed. */
  webhookSecrets: readonly string[];
}

/** Makes the provider. */
export class StripeGateway implements PaymentProvider {
  readonly page: ProviderPage;
  readonly #stripe: Stripe;
  readonly #webhookSecrets: readonly string[];

  constructor({ stripe, page, webhookSecrets }: StripeGatewayDeps) {
    this.#stripe = stripe;
    this.page = page;
    this.#webhookSecrets = webhookSecrets;
  }

  async openCustomer(payment: Payment): Promise<Partial<ProviderIds>> {
    return { customerId: await this.#customer(payment) };
  }

  async prepare(payment: Payment): Promise<Partial<ProviderIds>> {
    const { intentId, setupIntentId, sessionId } = payment.provider;
    const isOpen = intentId !== null || (setupIntentId !== null && payment.authoriseAt !== null);
    const isOnPage = sessionId !== null && await isPageOpen(this.#stripe, sessionId);
    if (isOpen && !isOnPage && await this.#isOfNow(payment)) return {};
    // Somebody has come back from the provider's own page: nothing may be paid there any more, and what it has opened can be
    // paid nowhere else. Or the price is another than when it was opened.
    await closeOpened(this.#stripe, payment, payment.provider, "unless-paid");
    const customerId = await this.#customer(payment);
    if (payment.authoriseAt !== null) {
      const setup = await writing(
        `${payment.id}/setup/${payment.version}`,
        (options) => this.#stripe.setupIntents.create(setupOf(payment, customerId), options),
      );
      return { customerId, setupIntentId: setup.id, intentId: null, sessionId: null };
    }
    const intent = await writing(
      `${payment.id}/intent/${payment.version}`,
      (options) => this.#stripe.paymentIntents.create(intentOf(payment, customerId), options),
    );
    return { customerId, intentId: intent.id, setupIntentId: null, sessionId: null };
  }

  async secretOf({ provider }: Payment): Promise<PayingSecret | null> {
    const { intentId, setupIntentId } = provider;
    if (intentId !== null) {
      const { client_secret, status } = await asking(() =>
        this.#stripe.paymentIntents.retrieve(intentId)
      );
      return isPayable(status) ? secret("payment", client_secret) : null;
    }
    if (setupIntentId === null) return null;
    const { client_secret, status } = await asking(() =>
      this.#stripe.setupIntents.retrieve(setupIntentId)
    );
    return isPayable(status) ? secret("setup", client_secret) : null;
  }

  async openPage(payment: Payment, wanted: ProviderPageWanted) {
    await closeOpened(this.#stripe, payment, payment.provider, "unless-paid");
    const customerId = await this.#customer(payment);
    const session = await writing(
      `${payment.id}/page/${payment.version}`,
      (options) =>
        this.#stripe.checkout.sessions.create(pageOf(payment, customerId, wanted), options),
    );
    if (session.url === null) throw new GatewayError("stripe", "A page has no address", false);
    const ids = { customerId, sessionId: session.id, intentId: null, setupIntentId: null };
    return { url: session.url, ids };
  }

  async authoriseSaved(payment: Payment, amountOre: number, due: string | null) {
    const { sessionId } = payment.provider;
    // Nobody may pay there beside it.
    await closeOpened(this.#stripe, payment, { sessionId }, "unless-paid");
    return await authoriseSavedCard(this.#stripe, payment, amountOre, due);
  }

  async letGo(payment: Payment, ids: Partial<ProviderIds>): Promise<void> {
    await closeOpened(this.#stripe, payment, ids);
  }

  async read({ provider }: Payment): Promise<SeenPayment> {
    const { sessionId, setupIntentId } = provider;
    let { intentId } = provider;
    if (intentId === null && sessionId !== null) {
      const session = await asking(() => this.#stripe.checkout.sessions.retrieve(sessionId));
      intentId = session.payment_intent === null ? null : idOf(session.payment_intent);
      if (intentId === null && session.setup_intent !== null) {
        return await this.#readSetup(idOf(session.setup_intent));
      }
    }
    if (intentId !== null) return await this.#readIntent(intentId);
    return setupIntentId === null ? NOTHING_SEEN : await this.#readSetup(setupIntentId);
  }

  async capture(payment: Payment, amountOre: number): Promise<void> {
    const { intentId } = payment.provider;
    if (intentId === null) throw new GatewayError("stripe", "Nothing is authorised", false);
    // First: once it is captured nobody comes again.
    await closeStrays(this.#stripe, payment);
    await writing(
      `${payment.id}/capture/${amountOre}`,
      (options) =>
        this.#stripe.paymentIntents.capture(intentId, { amount_to_capture: amountOre }, options),
    );
  }

  async cancel(payment: Payment): Promise<void> {
    // First: what is written down says afterwards that all is over.
    await closeStrays(this.#stripe, payment);
    await closeOpened(this.#stripe, payment, payment.provider);
  }

  forget(payment: Payment): Promise<void> {
    return forgetCards(this.#stripe, payment);
  }

  async refund(payment: Payment, { id, amountOre, reason }: Refund): Promise<void> {
    const { intentId } = payment.provider;
    if (intentId === null) throw new GatewayError("stripe", "Nothing was captured", false);
    await writing(`${payment.id}/refund/${id}`, async (options) => {
      // A failure that is remembered may have had its effect: whoever asks under another key looks first.
      const made = await this.#refundsOf(intentId);
      if (made.some(({ metadata }) => metadata?.refund === id)) return;
      await this.#stripe.refunds.create({
        ...{ payment_intent: intentId, amount: amountOre },
        metadata: { ...metadataOf(payment), refund: id, reason },
      }, options);
    });
  }

  recall = (event: ProviderEvent): Promise<RecalledPayment | null> =>
    recallPayment(this.#stripe, event);

  readEvent(body: string, signature: string, nowMs: number): Promise<ProviderEvent | null> {
    return readSignedEvent(body, signature, this.#webhookSecrets, nowMs);
  }

  async #customer(payment: Payment): Promise<string> {
    const known = payment.provider.customerId;
    if (known !== null) return known;
    const metadata = metadataOf(payment);
    const made = await writing(
      `${payment.id}/customer`,
      (options) => this.#stripe.customers.create({ metadata }, options),
    );
    return made.id;
  }

  /** What can be paid of it is what the payment is of now. */
  async #isOfNow({ provider: { intentId }, limitOre }: Payment): Promise<boolean> {
    if (intentId === null) return true;
    const { amount, status } = await asking(() => this.#stripe.paymentIntents.retrieve(intentId));
    return amount === limitOre || !isPayable(status);
  }

  async #readIntent(id: string): Promise<SeenPayment> {
    const expand = ["latest_charge"];
    const intent = await asking(() => this.#stripe.paymentIntents.retrieve(id, { expand }));
    const seen = seenOfIntent(intent);
    if (seen.status !== "captured") return seen;
    const [refunds, disputes] = await Promise.all([
      asking(() => this.#refundsOf(id)),
      asking(() => this.#stripe.disputes.list({ payment_intent: id, limit: MOST_OF_ONE })),
    ]);
    return { ...seen, refunds: seenRefunds(refunds), dispute: seenDispute(disputes.data) };
  }

  async #readSetup(id: string): Promise<SeenPayment> {
    return seenOfSetup(await asking(() => this.#stripe.setupIntents.retrieve(id)));
  }

  async #refundsOf(intentId: string): Promise<Stripe.Refund[]> {
    const { data } = await this.#stripe.refunds.list({
      ...{ payment_intent: intentId, limit: MOST_OF_ONE },
    });
    return data;
  }
}
