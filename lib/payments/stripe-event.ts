// Events as Stripe posts and lists them. What they say of a payment is not believed: only which one to look at again.
import Stripe from "stripe";
import { z } from "zod";
import { paymentId } from "./payment.ts";
import type { ProviderEvent } from "./payment-provider.ts";

/** How old a signature may be, in seconds: docs.stripe.com/webhooks#replay-attacks. */
const TOLERANCE_SECONDS = 300;
const MAX_ID_LENGTH = 255;

const id = z.string().min(1).max(MAX_ID_LENGTH);
/** An id, or what has one. */
const named = z.union([id, z.object({ id })]).transform((one) =>
  typeof one === "string" ? one : one.id
).nullish();

/** What of an event's object says which payment it is about; all else is asked for anew. */
const about = z.object({
  id: id.optional(),
  metadata: z.object({ payment: id.optional() }).nullish(),
  payment_intent: named,
  setup_intent: named,
  charge: named,
});

const event = z.object({ id, type: z.string(), data: z.object({ object: about }) });

/** Checks signatures; any key will do, for it asks nobody. */
const { webhooks } = new Stripe("sk_none");
const crypto = Stripe.createSubtleCryptoProvider();

/** Reads one that was posted, with its raw body; null when no secret of ours signed it, or not in these minutes. */
export async function readSignedEvent(
  body: string,
  signature: string,
  secrets: readonly string[],
  nowMs: number,
): Promise<ProviderEvent | null> {
  for (const secret of secrets) {
    try {
      return eventOf(
        await webhooks.constructEventAsync(
          body,
          signature,
          secret,
          TOLERANCE_SECONDS,
          crypto,
          nowMs,
        ),
      );
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  return null;
}

/** An event in our words. Throws when it is none. */
export function eventOf(raw: unknown): ProviderEvent {
  const { id, type, data: { object } } = event.parse(raw);
  const { metadata, payment_intent, setup_intent, charge } = object;
  return {
    ...{ id, type },
    paymentId: metadata?.payment === undefined ? null : paymentId(metadata.payment),
    about: [object.id, payment_intent, setup_intent, charge].flatMap((one) => one ?? []),
  };
}
