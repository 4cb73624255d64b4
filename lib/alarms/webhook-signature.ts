// Signs what a webhook sends, so that its receiver knows who sent it and when: Standard Webhooks 1.0,
// github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
import { createHmac } from "node:crypto";

/** What the signature covers. */
export interface SignedParts {
  id: string;
  /** When it is sent, which a receiver compares with its own clock; whole seconds since 1970. */
  sentSeconds: number;
  body: string;
}

/**
 * The headers of a message, signed by each secret: while one takes the place of another a receiver knows it by either.
 * Without a secret it is named and dated, not signed.
 */
export function webhookHeaders(
  { id, sentSeconds, body }: SignedParts,
  secrets: readonly Uint8Array[],
): Record<string, string> {
  const named = { "webhook-id": id, "webhook-timestamp": String(sentSeconds) };
  if (secrets.length === 0) return named;
  const signatures = secrets.map((secret) =>
    `v1,${createHmac("sha256", secret).update(`${id}.${sentSeconds}.${body}`).digest("base64")}`
  );
  return { ...named, "webhook-signature": signatures.join(" ") };
}
