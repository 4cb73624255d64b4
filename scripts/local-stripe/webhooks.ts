// Posts events as Stripe does: signed, again after a failure, and on demand twice, in another order, or not at all.
// docs.stripe.com/webhooks#verify-manually.
import type { StripeEvent } from "./objects.ts";

/** Who is told. */
export interface WebhookEndpoint {
  url: string;
  secret: string;
}

/** Most tries of one event; Stripe tries for three days, a demo need not. */
const MAX_TRIES = 5;
/** The first wait before another try, in milliseconds; each is twice as long. */
const FIRST_WAIT_MS = 500;

/** The header of a body: `t=…,v1=…`. */
export async function signatureOf(body: string, secret: string, seconds: number): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const mac = await crypto.subtle.sign("HMAC", key, encoder.encode(`${seconds}.${body}`));
  return `t=${seconds},v1=${new Uint8Array(mac).toHex()}`;
}

/** Posts one, once; the status, or 0 when nobody answered. */
export async function postEvent(
  event: StripeEvent,
  { url, secret }: WebhookEndpoint,
  seconds: number,
): Promise<number> {
  const body = JSON.stringify(event);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "stripe-signature": await signatureOf(body, secret, seconds),
  };
  try {
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** Posts one until it is taken. */
export async function deliverEvent(
  event: StripeEvent,
  endpoint: WebhookEndpoint,
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES && !signal.aborted; tries++) {
    const status = await postEvent(event, endpoint, Math.floor(now() / 1000));
    if (status >= 200 && status < 300) return void (event.pending_webhooks = 0);
    await waitFor(FIRST_WAIT_MS * 2 ** tries, signal);
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
