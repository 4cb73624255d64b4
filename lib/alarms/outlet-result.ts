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
