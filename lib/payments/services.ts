// The services of this room: payments, who follows them, and who moves the money.
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import { PaymentFollowers } from "./payment-followers.ts";
import type { PaymentProvider, ProviderPage } from "./payment-provider.ts";
import type { ProviderBooks } from "./provider-books.ts";
import { PaymentStore } from "./payment-store.ts";
import { isStripeItself, type PaymentConfig } from "./settings.ts";
import { StripeBooks } from "./stripe-books.ts";
import { stripeClient } from "./stripe-client.ts";
import { StripeGateway } from "./stripe-gateway.ts";

/** What this room gives to those above it. */
export interface PaymentServices {
  payments: PaymentStore;
  paymentFollowers: PaymentFollowers;
  /** Null without keys in the settings: nothing is paid beforehand then. */
  paymentProvider: PaymentProvider | null;
  /** What it has in its own books; null as above. */
  providerBooks: ProviderBooks | null;
}

/** Composes the room's services. */
export function paymentServices(
  below: { db: Database; config: PaymentConfig; dependencies: Dependencies },
): PaymentServices {
  return {
    payments: new PaymentStore(below),
    paymentFollowers: new PaymentFollowers(),
    ...providerOf(below),
  };
}

function providerOf(
  { config, dependencies }: { config: PaymentConfig; dependencies: Dependencies },
): Pick<PaymentServices, "paymentProvider" | "providerBooks"> {
  const { stripeSecretKey, stripePublishableKey, stripeWebhookSecrets, stripeUrl } = config;
  if (stripeSecretKey === undefined || stripePublishableKey === undefined) {
    return { paymentProvider: null, providerBooks: null };
  }
  // Every write has a key of its own, so that it may be asked again.
  const dependency = dependencies.open({ name: "stripe", label: "Stripe", mayRetry: true });
  const account = { secretKey: stripeSecretKey, apiUrl: stripeUrl };
  const stripe = stripeClient(account, dependency);
  const page = pageOf(config, stripePublishableKey);
  const paymentProvider = new StripeGateway({ stripe, page, webhookSecrets: stripeWebhookSecrets });
  return { paymentProvider, providerBooks: new StripeBooks(stripe) };
}

/** What a page may load: docs.stripe.com/security/guide#content-security-policy. */
function pageOf(config: PaymentConfig, publishableKey: string): ProviderPage {
  if (isStripeItself(config)) {
    const scriptOrigin = "https://js.stripe.com";
    return {
      ...{ publishableKey, scriptOrigin, scriptUrl: `${scriptOrigin}/v3/` },
      frameOrigins: [scriptOrigin, "https://*.js.stripe.com", "https://hooks.stripe.com"],
      connectOrigins: ["https://api.stripe.com"],
    };
  }
  const { stripeUrl: origin } = config;
  return {
    ...{ publishableKey, scriptOrigin: origin, scriptUrl: `${origin}/v3/` },
    ...{ frameOrigins: [origin], connectOrigins: [origin] },
  };
}
