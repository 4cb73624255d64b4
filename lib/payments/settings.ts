// Who takes cards and Swish, and with which keys. Without them rides are paid in the car or by invoice.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Stripe's own address, which its test keys use too. */
const STRIPE_URL = "https://api.stripe.com";

/** Most secrets at once: one, and the next while it is changed. */
const MAX_SECRETS = 4;

const url = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === "" && url.search === "" && url.hash === "";
  if (isPlain && url.pathname === "/" && /^https?:$/.test(url.protocol)) return url.origin;
  context.addIssue({ code: "custom", message: "not an http or https address without a path" });
  return z.NEVER;
});

const secrets = z.string().transform((text) => text.split(",").map((one) => one.trim())).pipe(
  z.array(z.string().regex(/^whsec_\w{8,200}$/, "not secrets as whsec_…, with commas between"))
    .max(MAX_SECRETS, `more than ${MAX_SECRETS} secrets`),
);

/** Settings of this room. */
export const paymentSettings = {
  stripeSecretKey: setting<string | undefined>({
    variable: "AVANTI_STRIPE_SECRET_KEY",
    schema: z.string().regex(/^(sk|rk)_(test|live)_\w{8,200}$/, "not a key as sk_live_…"),
    absent: undefined,
    readme: {
      default: "none",
      means: "Stripe's secret key; without one rides are paid in the car or by invoice",
    },
  }),
  stripePublishableKey: setting<string | undefined>({
    variable: "AVANTI_STRIPE_PUBLISHABLE_KEY",
    schema: z.string().regex(/^pk_(test|live)_\w{8,200}$/, "not a key as pk_live_…"),
    absent: undefined,
    readme: { default: "none", means: "the key Stripe's script is used with on the payment page" },
  }),
  stripeWebhookSecrets: setting<readonly string[]>({
    variable: "AVANTI_STRIPE_WEBHOOK_SECRETS",
    schema: secrets,
    absent: [],
    readme: {
      default: "none",
      means:
        "what Stripe signs events with that it posts to `/api/stripe/events`; two while one is changed",
    },
  }),
  stripeUrl: setting<string>({
    variable: "AVANTI_STRIPE_URL",
    schema: url,
    absent: STRIPE_URL,
    readme: {
      default: `\`${STRIPE_URL}\``,
      means: "where Stripe is asked; `task start` sets it to the local Stripe unless keys are set",
    },
  }),
  swishUntilMinutes: setting<number>({
    variable: "AVANTI_SWISH_UNTIL_MINUTES",
    schema: z.string().regex(/^\d{1,4}$/, "not a number of minutes").transform(Number),
    absent: 30,
    readme: {
      default: "`30`",
      means: "until how many minutes before the pickup a ride may be paid with Swish",
    },
  }),
} as const;

/** The values this room reads of them. */
export interface PaymentConfig {
  stripeSecretKey: string | undefined;
  stripePublishableKey: string | undefined;
  stripeWebhookSecrets: readonly string[];
  stripeUrl: string;
}

/** True where Stripe itself is asked, not one of this machine. */
export function isStripeItself({ stripeUrl }: Pick<PaymentConfig, "stripeUrl">): boolean {
  return stripeUrl === STRIPE_URL;
}

/** What is missing of Stripe's keys, or does not fit: money that comes without its news would be nobody's. */
export function keysMissing(
  { stripeSecretKey, stripePublishableKey, stripeWebhookSecrets }: PaymentConfig,
): string[] {
  if (stripeSecretKey === undefined) return [];
  if (stripePublishableKey === undefined || stripeWebhookSecrets.length === 0) {
    const others = "AVANTI_STRIPE_PUBLISHABLE_KEY and AVANTI_STRIPE_WEBHOOK_SECRETS";
    return [`AVANTI_STRIPE_SECRET_KEY cannot be used: it needs ${others}`];
  }
  const isLive = (key: string) => /^\w\w_live_/.test(key);
  return isLive(stripeSecretKey) === isLive(stripePublishableKey)
    ? []
    : ["AVANTI_STRIPE_PUBLISHABLE_KEY cannot be used: one key is for tests and the other is not"];
}
