import assert from "node:assert/strict";
import { gcmOpen, gcmSeal } from "../../lib/security/aes-gcm.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";

// NIST GCM specification, test case 16: AES-256 with associated data.
const KEY = Uint8Array.fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
const IV = Uint8Array.fromHex("cafebabefacedbaddecaf888");
const PLAIN = Uint8Array.fromHex(
  "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
    "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
);
const ASSOCIATED = Uint8Array.fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
const SEALED = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
  "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b";

Deno.test("gcmSeal() gives the answer NIST gives, and gcmOpen() takes it", () => {
  const input = { key: KEY, iv: IV, associated: ASSOCIATED };
  const sealed = gcmSeal(input, PLAIN);
  assert.equal(sealed.toHex(), SEALED);
  assert.deepEqual(gcmOpen(input, sealed), PLAIN);
});

Deno.test("a tag is taken whole or not at all", () => {
  const input = { key: KEY, iv: IV, associated: ASSOCIATED };
  const sealed = gcmSeal(input, PLAIN);
  for (let cut = 1; cut <= 16; cut++) {
    assert.equal(gcmOpen(input, sealed.subarray(0, sealed.length - cut)), null);
  }
  assert.equal(gcmOpen(input, new Uint8Array(15)), null);
});

Deno.test("an IV has 96 bits, and a key one of two lengths", () => {
  assert.throws(
    () => gcmSeal({ key: KEY, iv: new Uint8Array(16), associated: ASSOCIATED }, PLAIN),
    InvariantError,
  );
  assert.equal(gcmOpen({ key: KEY, iv: new Uint8Array(16), associated: ASSOCIATED }, PLAIN), null);
  assert.throws(
    () => gcmSeal({ key: new Uint8Array(31), iv: IV, associated: ASSOCIATED }, PLAIN),
    InvariantError,
  );
});
