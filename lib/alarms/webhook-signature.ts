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

/** The headers of a message; without a secret it is named and dated, not signed. */
export function webhookHeaders(
  { id, sentSeconds, body }: SignedParts,
  secret: Uint8Array | undefined,
): Record<string, string> {
  const named = { "webhook-id": id, "webhook-timestamp": String(sentSeconds) };
  if (secret === undefined) return named;
  const signature = createHmac("sha256", secret).update(`${id}.${sentSeconds}.${body}`);
  return { ...named, "webhook-signature": `v1,${signature.digest("base64")}` };
}
