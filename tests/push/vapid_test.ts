import assert from "node:assert/strict";
import { deriveVapidSecret } from "../../lib/security/crypto-keys.ts";
import { vapidOf } from "../../lib/push/vapid.ts";
import { fc } from "../support/property.ts";

Deno.test("the pair is the same for the same secret, another for another, and never what other keys are made of", async () => {
  const secret = new Uint8Array(32).fill(7);
  const own = await deriveVapidSecret(secret);
  assert.deepEqual(vapidOf(own, "x"), vapidOf(await deriveVapidSecret(secret), "x"));
  assert.notDeepEqual(own, secret);
  const other = await deriveVapidSecret(new Uint8Array(32).fill(8));
  assert.notEqual(vapidOf(own, "x").publicKey, vapidOf(other, "x").publicKey);
});

Deno.test("every secret makes a pair a browser takes: a point of the curve, 65 bytes, and a key of 32", () => {
  const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(secrets, (secret) => {
      const { publicKey, privateKey } = vapidOf(secret, "x");
      assert.match(publicKey, /^B[\w-]{86}$/);
      assert.match(privateKey, /^[\w-]{43}$/);
    }),
    { examples: [[new Uint8Array(32)], [new Uint8Array(32).fill(255)]] },
  );
});
