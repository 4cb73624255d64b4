// Posts to the endpoints of subscribers, signed as Standard Webhooks has it; each endpoint has a breaker of its own, so
// that one that is down costs the others nothing.
import { webhookHeaders } from "../alarms/webhook-signature.ts";
import { readAcceptance } from "../alarms/webhook-gateway.ts";
import { DeliveryRefused } from "../alarms/outlet.ts";
import type { SafePost } from "../http-out/safe-post.ts";
import { TargetRefused } from "../http-out/safe-post.ts";
import type { Clock } from "../kernel/clock.ts";
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { Outcome } from "./delivery.ts";

/** How long a receiver may take, in milliseconds; it shall answer first and work then. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 16_384;

/** What posting needs. */
export interface SubscriberOptions {
  safePost: SafePost;
  dependencies: Pick<Dependencies, "open" | "close">;
  clock: Clock;
}

/** What is posted, and where. */
export interface SubscriberPost {
  endpointId: string;
  url: string;
  eventId: string;
  body: string;
  /** Those that sign; a receiver needs one of them. */
  secrets: readonly Uint8Array[];
}

/** Posts to all endpoints. */
export class SubscriberGateway {
  readonly #options: SubscriberOptions;
  readonly #dependencies = new Map<string, Dependency>();

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  /** Posts once. Never throws for what is the receiver's fault. */
  async post({ endpointId, url, eventId, body, secrets }: SubscriberPost): Promise<Outcome> {
    const { safePost, clock } = this.#options;
    const sentSeconds = Math.floor(clock.now().epochMilliseconds / 1_000);
    const signed = webhookHeaders({ id: eventId, sentSeconds, body }, secrets);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Avanti-Webhooks/1",
      ...signed,
    };
    let status = 0;
    try {
      const answer = await this.#of(endpointId).use({ timeoutMs: TIMEOUT_MS }, (asked) =>
        safePost({
          ...{ url, body, headers, maxBytes: MAX_ANSWER_BYTES },
          read(head) {
            status = head.status;
            return readAcceptance("Webhook")(head);
          },
        }, asked));
      return answer === undefined ? { kind: "left-alone" } : { kind: "delivered", status };
    } catch (error) {
      if (error instanceof TargetRefused) return { kind: "failed", status: 0, said: error.message };
      if (!(error instanceof AttemptFailure)) throw error;
      const isRefusal = error.cause instanceof DeliveryRefused;
      if (isRefusal && status === 410) return { kind: "gone" };
      return { kind: "failed", status, said: error.message };
    }
  }

  /** Forgets an endpoint that is there no longer. */
  forget(endpointId: string): void {
    const known = this.#dependencies.get(endpointId);
    if (known === undefined) return;
    this.#dependencies.delete(endpointId);
    this.#options.dependencies.close(known);
  }

  #of(endpointId: string): Dependency {
    const known = this.#dependencies.get(endpointId);
    if (known !== undefined) return known;
    // The delivery is tried again by its line, with longer pauses.
    const options = { name: "subscriber", label: "Webhook", mayRetry: false } as const;
    const dependency = this.#options.dependencies.open(options);
    this.#dependencies.set(endpointId, dependency);
    return dependency;
  }
}
