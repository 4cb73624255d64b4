import assert from "node:assert/strict";
import { crypto } from "@std/crypto";
import { timingSafeEqual } from "@std/crypto/timing-safe-equal";

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer) => new Uint8Array(buffer).toHex();

Deno.test("digest() knows the algorithms of Web Crypto and more", async () => {
  assert.equal(
    hex(await crypto.subtle.digest("SHA-256", bytes("abc"))),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  assert.equal(
    hex(await crypto.subtle.digest("MD5", bytes("abc"))),
    "900150983cd24fb0d6963f7d28e17f72",
  );
  assert.equal(
    hex(crypto.subtle.digestSync({ name: "SHA3-256" }, bytes("abc"))),
    "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
  );
});

Deno.test("digest() takes a stream of parts", async () => {
  const whole = hex(await crypto.subtle.digest("SHA-256", bytes("abcdef")));
  const parts = ReadableStream.from([bytes("abc"), bytes("def")]);
  assert.equal(hex(await crypto.subtle.digest("SHA-256", parts)), whole);
  assert.equal(hex(crypto.subtle.digestSync("SHA-256", [bytes("abc"), bytes("def")])), whole);
});

Deno.test("an unknown algorithm is refused by name", async () => {
  await assert.rejects(crypto.subtle.digest("NOPE", bytes("")), /Unknown digest algorithm NOPE/);
});

Deno.test("the rest of Web Crypto is there", async () => {
  assert.match(crypto.randomUUID(), /^[\da-f-]{36}$/);
  assert.equal(crypto.getRandomValues(new Uint8Array(4)).length, 4);
  const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, true, ["sign"]);
  assert.equal((await crypto.subtle.sign("HMAC", key, bytes("x"))).byteLength, 32);
});

Deno.test("timingSafeEqual() compares bytes, whatever holds them", () => {
  assert.equal(timingSafeEqual(bytes("secret"), bytes("secret")), true);
  assert.equal(timingSafeEqual(bytes("secret"), bytes("Secret")), false);
  assert.equal(timingSafeEqual(bytes("secret"), bytes("secre")), false);
  assert.equal(timingSafeEqual(bytes("ab").buffer, new DataView(bytes("ab").buffer)), true);
  assert.equal(timingSafeEqual(bytes("xaby").subarray(1, 3), bytes("ab")), true);
});
