import assert from "node:assert/strict";
import { decryptAesGcm, encryptAesGcm } from "@std/crypto/aes-gcm";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

async function aKey(raw: Uint8Array<ArrayBuffer> = new Uint8Array(32)): Promise<CryptoKey> {
  return await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

Deno.test("what is encrypted can be decrypted, with the same additional data alone", async () => {
  const key = await aKey();
  const additionalData = bytes("booking 7");
  const message = await encryptAesGcm(key, bytes("secret"), { additionalData });
  assert.equal(message.byteLength, 12 + 6 + 16);
  assert.equal(text(await decryptAesGcm(key, message, { additionalData })), "secret");
  for (const options of [undefined, {}, { additionalData: bytes("booking 8") }]) {
    await assert.rejects(decryptAesGcm(key, message, options), DOMException);
  }
  const other = await aKey(new Uint8Array(32).fill(1));
  await assert.rejects(decryptAesGcm(other, message, { additionalData }), DOMException);
});

Deno.test("the message is nonce, ciphertext and tag as GCM defines them", async () => {
  // Test cases 13 and 14 of the GCM specification: a key and nonce of zeros.
  const key = await aKey();
  const nonce = "000000000000000000000000";
  const empty = Uint8Array.fromHex(`${nonce}530f8afbc74536b9a963b4f1c4cb738b`);
  assert.equal((await decryptAesGcm(key, empty)).byteLength, 0);
  const zeros = Uint8Array.fromHex(
    `${nonce}cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919`,
  );
  assert.deepEqual(await decryptAesGcm(key, zeros), new Uint8Array(16));
});

Deno.test("a changed bit anywhere is noticed", async () => {
  const key = await aKey();
  const message = await encryptAesGcm(key, bytes("secret"));
  for (let i = 0; i < message.length; i++) {
    const changed = message.slice();
    changed[i] = (changed[i] ?? 0) ^ 1;
    await assert.rejects(decryptAesGcm(key, changed), DOMException);
  }
});

Deno.test("no two messages have the same nonce, and a view is read as far as it goes", async () => {
  const key = await aKey();
  const messages = await Promise.all([1, 2, 3].map(() => encryptAesGcm(key, bytes("secret"))));
  assert.equal(new Set(messages.map((message) => message.subarray(0, 12).toHex())).size, 3);
  const [message = new Uint8Array()] = messages;
  const around = new Uint8Array(message.length + 8);
  around.set(message, 4);
  const view = new DataView(around.buffer, 4, message.length);
  assert.equal(text(await decryptAesGcm(key, view)), "secret");
  assert.equal(text(await decryptAesGcm(key, message.buffer)), "secret");
});

Deno.test("fewer bytes than nonce and tag are refused before anything is decrypted", async () => {
  await assert.rejects(decryptAesGcm(await aKey(), new Uint8Array(27)), {
    name: "RangeError",
    message: "Data is too short: expected at least 28 bytes, got 27",
  });
});
