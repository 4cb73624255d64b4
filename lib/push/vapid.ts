// Who we are to push services (RFC 8292): a key pair made of the one secret, so that there is nothing to set and nothing
// to store. With another secret browsers have to be asked anew, as links have to be sent anew.
import { createECDH } from "node:crypto";

/** The pair, base64url, and whom a push service writes to when something is wrong. */
export interface Vapid {
  publicKey: string;
  privateKey: string;
  subject: string;
}

const COORDINATE_BYTES = 32;

/** The pair of a secret of 32 bytes. */
export function vapidOf(secret: Uint8Array, origin: string): Vapid {
  const scalar = Uint8Array.from(secret.slice(0, COORDINATE_BYTES));
  // Below the order of the curve, and not zero.
  scalar[0] = ((scalar[0] ?? 0) & 0x7f) | 0x40;
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(scalar);
  return {
    publicKey: pair.getPublicKey("base64url"),
    privateKey: scalar.toBase64({ alphabet: "base64url", omitPadding: true }),
    subject: origin,
  };
}
