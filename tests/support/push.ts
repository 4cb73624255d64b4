// A browser that follows a ride, as a push service and its owner know it; what it is sent is read by another's hand.
import { Buffer } from "node:buffer";
import { createECDH, type ECDH, randomBytes } from "node:crypto";
import ece from "npm:http_ece@1.2.1";
import type { PushSubscription } from "../../lib/push/subscription.ts";

/** A browser with keys of its own. */
export interface TestBrowser {
  subscription: PushSubscription;
  /** What a message says, once it is decrypted. */
  read(body: Uint8Array): unknown;
}

/** One whose push service is at an address. */
export function aBrowser(endpoint: string): TestBrowser {
  const keys: ECDH = createECDH("prime256v1");
  const p256dh = keys.generateKeys("base64url");
  const authSecret = randomBytes(16);
  const auth = authSecret.toString("base64url");
  return {
    subscription: { endpoint, p256dh, auth },
    read(body) {
      const options = { version: "aes128gcm", privateKey: keys, authSecret: auth };
      return JSON.parse(ece.decrypt(Buffer.from(body), options).toString("utf8"));
    },
  };
}
