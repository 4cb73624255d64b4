// A product with a local Stripe beside it, in this process, and whoever pays there.
import { runRoomJobs } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { openPayment, type PaymentWanted } from "../../lib/payments/open-payment.ts";
import type { Payment, PaymentId } from "../../lib/payments/payment.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { type FormFields } from "../../scripts/local-stripe/form-body.ts";
import {
  answerAction,
  captureIntent,
  confirmIntent,
  createIntent,
} from "../../scripts/local-stripe/intents.ts";
import { StripeRefusal } from "../../scripts/local-stripe/objects.ts";
import {
  LOCAL_KEYS,
  type LocalStripe,
  startLocalStripe,
} from "../../scripts/local-stripe/server.ts";
import { confirmSetup } from "../../scripts/local-stripe/setups.ts";
import { keptLog } from "./kept-log.ts";
import { type TestServiceOptions, type TestServices, testServices } from "./services.ts";

/** Both, to be disposed of. */
export interface PaidProduct extends AsyncDisposable {
  stripe: LocalStripe;
  test: TestServices;
  services: Services;
  clock: TestServices["clock"];
}

/** The settings of a product whose Stripe is there. */
export function stripeEnvironment(url: string): Record<string, string> {
  return {
    AVANTI_STRIPE_URL: url,
    AVANTI_STRIPE_SECRET_KEY: LOCAL_KEYS.secretKey,
    AVANTI_STRIPE_PUBLISHABLE_KEY: LOCAL_KEYS.publishableKey,
    AVANTI_STRIPE_WEBHOOK_SECRETS: LOCAL_KEYS.webhookSecret,
  };
}

/** Starts both; the local Stripe goes by the product's clock. */
export async function paidProduct(options: TestServiceOptions = {}): Promise<PaidProduct> {
  let nowMs = () => 0;
  const stripe = startLocalStripe({ now: () => nowMs() });
  const test = await testServices({
    ...options,
    environment: { ...stripeEnvironment(stripe.url), ...options.environment },
    // Its patience goes by the machine's clock: a lost connection is a real one.
    parts: { dependencies: new Dependencies({ log: keptLog().log }), ...options.parts },
  });
  nowMs = () => test.clock.now().epochMilliseconds;
  return {
    ...{ stripe, test, services: test.services, clock: test.clock },
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await stripe[Symbol.asyncDispose]();
    },
  };
}

/** A payment of 500 kr by card, opened as its booking would. */
export async function anOpenPayment(
  services: Services,
  wanted: Partial<PaymentWanted> = {},
): Promise<PaymentId> {
  const { value } = await commitWithRetry(
    services.db,
    (tx) =>
      Promise.resolve(openPayment(services, tx, {
        ...{ bookingId: "01KA0000000000000000000B00", method: "card", entityId: null },
        ...{ limitOre: 50_000, rideAt: null, authoriseAt: null },
        ...wanted,
      })),
  );
  return value.id;
}

/** Whoever pays types a card, or opens Swish; false when it is refused. */
export async function pays(
  { stripe, services }: Pick<PaidProduct, "stripe" | "services">,
  id: PaymentId,
  method = "pm_card_visa",
): Promise<boolean> {
  const { provider } = await thePayment(services, id);
  const intent = stripe.books.intents.get(provider.intentId ?? "");
  const setup = stripe.books.setups.get(provider.setupIntentId ?? "");
  const fields: FormFields = method === "swish"
    ? { payment_method_data: { type: "swish" }, return_url: "https://a.example/" }
    : { payment_method: method, return_url: "https://a.example/" };
  try {
    if (intent !== undefined) confirmIntent(stripe.books, intent, fields);
    else if (setup !== undefined) confirmSetup(stripe.books, setup, fields);
    return true;
  } catch (error) {
    if (error instanceof StripeRefusal) return false;
    throw error;
  }
}

/** Whoever pays says yes or no on the page of their bank, or in Swish. */
export async function answers(
  { stripe, services }: Pick<PaidProduct, "stripe" | "services">,
  id: PaymentId,
  isYes: boolean,
): Promise<void> {
  const { provider } = await thePayment(services, id);
  const intent = stripe.books.get(stripe.books.intents, provider.intentId ?? "");
  answerAction(stripe.books, intent, isYes);
}

/** Somebody pays at the provider, and we know nothing of it. */
export function strangerPays({ stripe }: Pick<PaidProduct, "stripe">): string {
  const intent = createIntent(stripe.books, {
    ...{ amount: "9900", capture_method: "manual", confirm: "true" },
    payment_method: "pm_card_visa",
  });
  captureIntent(stripe.books, intent, {});
  return intent.id;
}

/** A payment as it stands. */
export async function thePayment({ payments }: Services, id: PaymentId): Promise<Payment> {
  const stored = await payments.get(id);
  if (stored === null) throw new Error("no such payment");
  return stored.payment;
}

/** Carries out what is due until nothing is; jobs that failed are tried again in their time. */
export async function runPaymentJobs(
  { services, clock }: Pick<PaidProduct, "services" | "clock">,
  rounds = 20,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    if (await runRoomJobs(services) > 0) continue;
    return void clock;
  }
}
