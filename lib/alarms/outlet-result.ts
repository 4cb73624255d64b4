// How it went last at each outlet, so that a person sees whether alarms arrive before the night they are needed.
import type { Delivery, DeliveryFault, OutletName } from "./outlet.ts";

/** One outlet's last deliveries. */
export interface OutletResult {
  outlet: OutletName;
  /** Where it led; another host begins anew. */
  host: string;
  /** Instants, or null. */
  acceptedAt: string | null;
  failedAt: string | null;
  /** Why it failed last, "" when it never did. */
  fault: DeliveryFault | "";
  /** The same in technical words, "" when nothing was said. */
  said: string;
}

/** What is stored, with what this process has seen since. */
export function withNews(
  stored: OutletResult | null,
  news: OutletResult | null,
): OutletResult | null {
  if (stored === null || news === null) return news ?? stored;
  const acceptedAt = news.acceptedAt ?? stored.acceptedAt;
  return news.failedAt === null ? { ...stored, acceptedAt } : { ...news, acceptedAt };
}

/** The results with one delivery more. */
export function withDelivery(
  before: OutletResult | null,
  { outlet, host }: Pick<OutletResult, "outlet" | "host">,
  delivery: Delivery,
  at: string,
): OutletResult {
  const none = { outlet, host, acceptedAt: null, failedAt: null, fault: "" as const, said: "" };
  const known = before?.host === host ? before : none;
  if (delivery.isAccepted) return { ...known, acceptedAt: at };
  return { ...known, failedAt: at, fault: delivery.fault, said: delivery.said };
}
