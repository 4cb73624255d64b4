import assert from "node:assert/strict";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";

const SECRET = new Uint8Array(32).fill(7);
const MESSAGE = new TextEncoder().encode("a quote");

Deno.test("deriveCryptoKeys() gives the same keys for the same secret and others for another", async () => {
  const [one, again, other] = await Promise.all([
    signatures(SECRET),
    signatures(SECRET),
    signatures(new Uint8Array(32).fill(8)),
  ]);
  assert.deepEqual(one, again);
  for (const [i, signature] of one.entries()) assert.notEqual(signature, other[i]);
});

Deno.test("no key stands in for another: each purpose signs differently", async () => {
  assert.equal(new Set(await signatures(SECRET)).size, 9);
});

Deno.test("a derived key cannot be taken out of the process's key store", async () => {
  for (const key of Object.values(await deriveCryptoKeys(SECRET))) {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("raw", key));
  }
});

Deno.test("deriveCryptoKeys() refuses a secret under 32 bytes", async () => {
  await assert.rejects(deriveCryptoKeys(new Uint8Array(31)), RangeError);
});

async function signatures(secret: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const keys = Object.values(await deriveCryptoKeys(secret));
  const iv = new Uint8Array(12);
  const signed = keys.map((key) =>
    key.algorithm.name === "HMAC"
      ? crypto.subtle.sign("HMAC", key, MESSAGE)
      : crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, MESSAGE)
  );
  return (await Promise.all(signed)).map((mac) => new Uint8Array(mac).toHex());
}
