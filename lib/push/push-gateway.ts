// Hands a message to a browser's push service, encrypted so that only that browser reads it (RFC 8030, 8291, 8292).
import { buildPushPayload } from "@block65/webcrypto-web-push";
import { type SafePost, TargetRefused } from "../http-out/safe-post.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { Answer } from "../resilience/download.ts";
import type { PushContent, PushOutcome, PushSubscription } from "./subscription.ts";
import type { Vapid } from "./vapid.ts";

/** How long a push service may take, in milliseconds. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 16_384;
/** Longest a push service may keep a message for a telephone that is off, in seconds. */
const MAX_TTL_SECONDS = 24 * 60 * 60;
/** Longest words of a message, in characters: all of it must fit 4 KiB when it is encrypted. */
const MAX_WORDS = 500;

/** What handing over needs. */
export interface PushGatewayOptions {
  vapid: Vapid;
  safePost: SafePost;
  dependency: Pick<Dependency, "use">;
}

/** How a message is to be treated on its way. */
export interface PushHandling {
  ttlSeconds: number;
  isUrgent: boolean;
}

/** Hands one over. Never throws for what is the service's fault. */
export type SendPush = (
  subscription: PushSubscription,
  content: PushContent,
  handling: PushHandling,
) => Promise<PushOutcome>;

/** Makes the function that hands over. */
export function pushSender({ vapid, safePost, dependency }: PushGatewayOptions): SendPush {
  return async ({ endpoint, p256dh, auth }, content, { ttlSeconds, isUrgent }) => {
    const known = { endpoint, expirationTime: null, keys: { p256dh, auth } };
    const { title, body: words, url, tag } = content;
    const data = { title, body: words.slice(0, MAX_WORDS), url, tag };
    const ttl = Math.min(MAX_TTL_SECONDS, Math.max(1, Math.floor(ttlSeconds)));
    const options = {
      ttl,
      topic: tag.slice(0, 32),
      urgency: isUrgent ? "high" : "normal",
    } as const;
    try {
      const { headers, body } = await buildPushPayload({ data, options }, known, vapid);
      const status = await dependency.use({ timeoutMs: TIMEOUT_MS }, (asked) =>
        safePost({
          ...{ url: endpoint, body, headers, maxBytes: MAX_ANSWER_BYTES },
          read: readStatus,
        }, asked));
      return status === undefined ? "later" : outcomeOf(status);
    } catch (error) {
      if (error instanceof TargetRefused) return "refused";
      if (error instanceof AttemptFailure) return "later";
      throw error;
    }
  };
}

/** Networks that want somebody to sign in answer everything with 200 and a page. */
function readStatus({ status, text }: Answer): number {
  if (status <= 299 && text.trimStart().startsWith("<")) {
    throw new GatewayError("push", "Push service answered with a page", false);
  }
  return status;
}

/** 404 and 410 say that the browser is there no longer (RFC 8030, 7.3). */
function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status <= 299) return "sent";
  return status === 404 || status === 410 ? "gone" : "refused";
}
