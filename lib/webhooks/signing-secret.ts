// Secrets that sign what a subscriber is told: made here, shown once, stored sealed.
import type { RandomBytes } from "../kernel/ids.ts";
import { sealText } from "../security/sealed-text.ts";
import type { SigningSecret } from "./endpoint.ts";

const SECRET_BYTES = 32;

/** Where the secrets of an endpoint are sealed for. */
export function secretPlace(endpointId: string): readonly string[] {
  return ["webhookEndpoint", endpointId];
}

/** A new one, and the text of it as receivers of Standard Webhooks keep it. */
export async function newSecret(
  { sealKey, randomBytes }: { sealKey: CryptoKey; randomBytes: RandomBytes },
  endpointId: string,
  madeAt: string,
): Promise<{ secret: SigningSecret; shown: string }> {
  const base64 = new Uint8Array(randomBytes(SECRET_BYTES)).toBase64();
  const sealed = await sealText(sealKey, secretPlace(endpointId), base64, randomBytes);
  return { secret: { sealed, madeAt, until: null }, shown: `whsec_${base64}` };
}
