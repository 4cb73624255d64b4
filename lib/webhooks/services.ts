// The services of this room: endpoints, deliveries, and who posts them.
import type { SafePost } from "../http-out/safe-post.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import { DeliveryStore } from "./delivery-store.ts";
import { EndpointStore } from "./endpoint-store.ts";
import { SubscriberGateway } from "./subscriber-gateway.ts";

/** What this room gives to those above it. */
export interface WebhookServices {
  endpoints: EndpointStore;
  deliveries: DeliveryStore;
  subscribers: SubscriberGateway;
}

/** Composes the room's services. */
export function webhookServices(
  below: { db: Database; clock: Clock; dependencies: Dependencies; safePost: SafePost },
): WebhookServices {
  return {
    endpoints: new EndpointStore(below),
    deliveries: new DeliveryStore(below),
    subscribers: new SubscriberGateway(below),
  };
}
