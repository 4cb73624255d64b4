// What the product signs, derives and hashes with does as the vectors of project Wycheproof say, through the very
// functions it uses; and as the RFCs' own examples say, where the vectors are not there.
import assert from "node:assert/strict";
import { isMac, macKey, macOf } from "../../lib/kernel/mac.ts";
import { gcmOpen, gcmSeal } from "../../lib/security/aes-gcm.ts";
import { hkdf } from "../../lib/security/hkdf.ts";
import { pbkdf2 } from "../../lib/security/pbkdf2.ts";
import { webGcmKey, webGcmOpen, webGcmSeal } from "../../lib/security/web-aes-gcm.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";
import { areThere, tryVectors, type Vector, wycheproof } from "../support/wycheproof.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

Deno.test("HMAC-SHA-256 agrees with RFC 4231, case 2", async () => {
  const key = await macKey(utf8("Jefe"));
  const mac = await macOf(key, "what do ya want for nothing?");
  const known = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  assert.equal(mac.toHex(), known);
  assert(await isMac(key, mac, utf8("what do ya want for nothing?")));
  for (const other of [mac.subarray(0, 31), new Uint8Array(32), new Uint8Array(0)]) {
    assert.equal(await isMac(key, other, "what do ya want for nothing?"), false);
  }
});

Deno.test("HKDF-SHA-256 agrees with RFC 5869, case 1, and gives no more than there is", async () => {
  const secret = new Uint8Array(22).fill(0x0b);
  const salt = Uint8Array.fromHex("000102030405060708090a0b0c");
  const info = Uint8Array.fromHex("f0f1f2f3f4f5f6f7f8f9");
  const known = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf" +
    "34007208d5b887185865";
  assert.equal((await hkdf(secret, salt, info, 42)).toHex(), known);
  await assert.rejects(hkdf(secret, salt, info, 255 * 32 + 1));
});

Deno.test("PBKDF2 agrees with RFC 7914, section 11", async () => {
  const bounds = { salt: utf8("salt"), iterations: 1, length: 64 };
  const known = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc" +
    "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783";
  assert.equal((await pbkdf2("SHA-256", utf8("passwd"), bounds)).toHex(), known);
});

Deno.test("AES-GCM of single texts agrees with all 197 vectors whose IV has 96 bits", async () => {
  const count = await tryVectors("AES-GCM, WebCrypto", fairVectors(), isTextSealedRight);
  assert.equal(count, areThere("aes_gcm") ? 197 : 0);
});

Deno.test("AES-GCM of rows agrees with all 133 of them whose key this runtime's ciphers know", async () => {
  const known = fairVectors().filter(({ group }) => group.keySize !== 192);
  const count = await tryVectors("AES-GCM, envelopes", known, isRowSealedRight);
  assert.equal(count, areThere("aes_gcm") ? 133 : 0);
  const ours = known.filter(({ group }) => group.keySize === 256).length;
  assert.equal(ours, areThere("aes_gcm") ? 66 : 0, "those with keys as the product has them");
});

Deno.test("AES-GCM takes no IV of another length, though other programs do", async () => {
  for (const { bytes, group } of wycheproof("aes_gcm")) {
    if (group.ivSize === 96 || group.keySize === 192) continue;
    const [iv, associated] = [bytes("iv"), bytes("aad")];
    const sealed = new Uint8Array([...bytes("ct"), ...bytes("tag")]);
    assert.equal(gcmOpen({ key: bytes("key"), iv, associated }, sealed), null);
    assert.throws(() => gcmSeal({ key: bytes("key"), iv, associated }, bytes("msg")));
    const key = await webGcmKey(bytes("key"));
    await assert.rejects(webGcmOpen({ key, iv, associated }, sealed));
    await assert.rejects(webGcmSeal({ key, iv, associated }, bytes("msg")));
  }
});

Deno.test("HMAC-SHA-256 agrees with all 174 vectors", async () => {
  const count = await tryVectors("HMAC-SHA-256", wycheproof("hmac_sha256"), isMacRight);
  assert.equal(count, areThere("hmac_sha256") ? 174 : 0);
});

Deno.test("HKDF-SHA-256 agrees with all 86 vectors", async () => {
  const count = await tryVectors("HKDF-SHA-256", wycheproof("hkdf_sha256"), isDerivedRight);
  assert.equal(count, areThere("hkdf_sha256") ? 86 : 0);
});

for (const [hash, file, all] of [["SHA-256", "sha256", 60], ["SHA-512", "sha512", 58]] as const) {
  Deno.test(`PBKDF2-HMAC-${hash} agrees with all ${all} vectors`, async () => {
    const vectors = wycheproof(`pbkdf2_hmac${file}`);
    const count = await tryVectors(`PBKDF2-HMAC-${hash}`, vectors, async (vector) => {
      const derived = await pbkdf2(hash, vector.bytes("password"), {
        salt: vector.bytes("salt"),
        iterations: vector.count("iterationCount"),
        length: vector.count("dkLen"),
      });
      return (derived.toHex() === vector.bytes("dk").toHex()) === (vector.result === "valid");
    });
    assert.equal(count, areThere(`pbkdf2_hmac${file}`) ? all : 0);
  });
}

Deno.test("nothing in the product signs, derives or hashes past these functions", async () => {
  const past = /crypto\.subtle\.\w+\([^;]*"(HMAC|HKDF|PBKDF2|AES-GCM)"/;
  const found: string[] = [];
  for (const path of filesBelow("lib").filter((one) => !one.startsWith("lib/jsr/"))) {
    if (past.test(await Deno.readTextFile(ROOT + path))) found.push(path);
  }
  assert.deepEqual(found.sort(), [
    "lib/security/hkdf.ts",
    "lib/security/pbkdf2.ts",
    "lib/security/web-aes-gcm.ts",
  ]);
  assert.match('await crypto.subtle.sign("HMAC", key, message)', past);
});

/** The product's IVs have 96 bits. */
function fairVectors(): Vector[] {
  return wycheproof("aes_gcm").filter(({ group }) => group.ivSize === 96);
}

/** What is valid is sealed to the same bytes and opened again; what is not, opens to nothing. */
function isRowSealedRight({ bytes, result }: Vector): boolean {
  const input = { key: bytes("key"), iv: bytes("iv"), associated: bytes("aad") };
  const sealed = new Uint8Array([...bytes("ct"), ...bytes("tag")]);
  const opened = gcmOpen(input, sealed);
  if (result === "invalid") return opened === null;
  const again = gcmSeal(input, bytes("msg")).toHex();
  return again === sealed.toHex() && opened?.toHex() === bytes("msg").toHex();
}

async function isTextSealedRight({ bytes, result }: Vector): Promise<boolean> {
  const key = await webGcmKey(bytes("key"));
  const input = { key, iv: bytes("iv"), associated: bytes("aad") };
  const sealed = new Uint8Array([...bytes("ct"), ...bytes("tag")]);
  const opened = await webGcmOpen(input, sealed).catch(() => null);
  if (result === "invalid") return opened === null;
  const again = (await webGcmSeal(input, bytes("msg"))).toHex();
  return again === sealed.toHex() && opened?.toHex() === bytes("msg").toHex();
}

/** Links carry the first half of a mac: a tag of 128 bits is that of the vector's group. */
async function isMacRight(vector: Vector): Promise<boolean> {
  const key = await macKey(vector.bytes("key"));
  const tag = vector.bytes("tag");
  const mac = await macOf(key, vector.bytes("msg"));
  const isSame = mac.subarray(0, Number(vector.group.tagSize) / 8).toHex() === tag.toHex();
  const isWhole = tag.length === mac.length;
  const isTaken = isWhole ? await isMac(key, tag, vector.bytes("msg")) : isSame;
  return isTaken === isSame && isSame === (vector.result === "valid");
}

async function isDerivedRight(vector: Vector): Promise<boolean> {
  const [secret, salt, info] = [vector.bytes("ikm"), vector.bytes("salt"), vector.bytes("info")];
  const derived = await hkdf(secret, salt, info, vector.count("size")).catch(() => null);
  const isSame = derived !== null && derived.toHex() === vector.bytes("okm").toHex();
  return isSame === (vector.result === "valid");
}
