// Posts alarms to the address a company has set.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { Answer } from "../resilience/download.ts";
import { type AlarmOutlet, deliveryOf, DeliveryRefused } from "./outlet.ts";
import { webhookBody, type WebhookFormat } from "./webhook-body.ts";
import { webhookHeaders } from "./webhook-signature.ts";

/** How long a receiver may take, in milliseconds; it shall answer first and work then. */
const TIMEOUT_MS = 10_000;
/** Most bytes of an answer; "ok" would do. */
const MAX_ANSWER_BYTES = 65_536;

/** What posting needs. */
export interface WebhookOptions {
  url: string;
  format: WebhookFormat;
  /** Signs; undefined where the receiver cannot check it. */
  secret: Uint8Array | undefined;
  /** Where people reach the product, for links. */
  origin: string;
  clock: Clock;
  dependency: Pick<Dependency, "ask" | "state">;
}

/** The outlet to one address. */
export function webhookOutlet(options: WebhookOptions): AlarmOutlet {
  const { url, format, secret, origin, clock, dependency } = options;
  return {
    name: "webhook",
    host: new URL(url).host,
    takesAlarms: true,
    state: () => dependency.state(),
    send(message) {
      const body = webhookBody(message, origin, format);
      const sentSeconds = Math.floor(clock.now().epochMilliseconds / 1_000);
      const secrets = secret === undefined ? [] : [secret];
      const signed = webhookHeaders({ id: message.id, sentSeconds, body }, secrets);
      const headers = { "content-type": "application/json", "user-agent": "Avanti", ...signed };
      const { timeoutMs, maxBytes } = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES };
      const read = readAcceptance("Webhook");
      return deliveryOf(dependency.ask({ url, body, headers, timeoutMs, maxBytes, read }));
    },
  };
}

/** Reads whether what was posted was taken: any status of 200 to 299, unless a page for people stands in its place. */
export function readAcceptance(gateway: string): (answer: Answer) => true {
  return ({ status, text }) => {
    if (status < 200 || status > 299) throw new DeliveryRefused(gateway, status);
    // Networks that want somebody to sign in answer everything with 200 and a page.
    if (text.trimStart().startsWith("<")) {
      throw new GatewayError(gateway, `${gateway} answered with a page`, false);
    }
    return true;
  };
}
