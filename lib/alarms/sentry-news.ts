// Sends what waits for Sentry, and writes down how it went when that is news.
import type { Clock } from "../kernel/clock.ts";
import type { OutletStore } from "./outlet-store.ts";
import type { SentryOutlet } from "./sentry-gateway.ts";

/** How often the same outcome is written down again, in milliseconds. */
const SAME_AGAIN_MS = 60_000;

/** One round. */
export function noteNews(
  { outletStore, clock }: { outletStore: OutletStore; clock: Clock },
  sentry: SentryOutlet,
): () => Promise<void> {
  let told = { isAccepted: false, atMs: -Infinity };
  return async () => {
    const delivery = await sentry.flush();
    if (delivery === null) return;
    const atMs = clock.now().epochMilliseconds;
    const { isAccepted } = delivery;
    if (isAccepted === told.isAccepted && Math.abs(atMs - told.atMs) < SAME_AGAIN_MS) return;
    await outletStore.note(sentry, delivery);
    told = { isAccepted, atMs };
  };
}
