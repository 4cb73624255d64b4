import assert from "node:assert/strict";
import { crypto, DIGEST_ALGORITHM_NAMES } from "@std/crypto";
import { timingSafeEqual } from "@std/crypto/timing-safe-equal";

const bytes = (text: string) => new TextEncoder().encode(text);
/** Algorithms that the runtime does not have. */
const LEFT_OUT = /^(BLAKE2B-\d+|BLAKE3|KECCAK-\d+|TIGER|FNV\d+A?)$/;

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

Deno.test("each algorithm that is there gives the digest of its definition", () => {
  // Of "abc": RFC 7693 (BLAKE2), RFC 1320 (MD4), RFC 1321 (MD5), FIPS 180-4, FIPS 202, and the
  // publication of RIPEMD-160; the longer ones by their first bytes.
  const digests: Readonly<Record<string, readonly [bytes: number, start: string]>> = {
    "BLAKE2B": [64, "ba80a53f981c4d0d"],
    "BLAKE2S": [32, "508c5e8c327c14e2"],
    "MD4": [16, "a448017aaf21d8525fc10ae87aa6729d"],
    "MD5": [16, "900150983cd24fb0d6963f7d28e17f72"],
    "RIPEMD-160": [20, "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"],
    "SHA-1": [20, "a9993e364706816aba3e25717850c26c9cd0d89d"],
    "SHA-224": [28, "23097d223405d822"],
    "SHA-256": [32, "ba7816bf8f01cfea"],
    "SHA-384": [48, "cb00753f45a35e8b"],
    "SHA-512": [64, "ddaf35a193617aba"],
    "SHA3-224": [28, "e642824c3f8cf24a"],
    "SHA3-256": [32, "3a985da74fe225b2"],
    "SHA3-384": [48, "ec01498288516fc9"],
    "SHA3-512": [64, "b751850b1a57168a"],
    "SHAKE128": [32, "5881092dd818bf5c"],
    "SHAKE256": [64, "483366601360a877"],
  };
  const there = DIGEST_ALGORITHM_NAMES.filter((name) => !LEFT_OUT.test(name));
  assert.deepEqual([...there].sort(), Object.keys(digests).sort());
  for (const name of there) {
    const digest = crypto.subtle.digestSync(name, bytes("abc"));
    const [length, start = ""] = digests[name] ?? [];
    assert.equal(digest.byteLength, length, name);
    assert.equal(hex(digest).startsWith(start), true, name);
  }
});

Deno.test("an algorithm that is left out, or that nobody knows, is refused by name", async () => {
  const left = DIGEST_ALGORITHM_NAMES.filter((name) => LEFT_OUT.test(name));
  assert.equal(left.length, 15);
  for (const name of left) {
    const refusal = { name: "NotSupportedError", message: `${name} is not implemented` };
    await assert.rejects(crypto.subtle.digest(name, bytes("")), refusal);
    const parts = ReadableStream.from([bytes("")]);
    await assert.rejects(crypto.subtle.digest({ name }, parts), refusal);
    assert.throws(() => crypto.subtle.digestSync(name, bytes("")), {
      name: "TypeError",
      message: `unsupported algorithm: ${name}`,
    });
  }
  await assert.rejects(crypto.subtle.digest("NOPE" as "MD5", bytes("")), DOMException);
  assert.throws(() => crypto.subtle.digestSync("NOPE" as "MD5", bytes("")), TypeError);
});

Deno.test("SHAKE has the length it is asked for, nothing else has one to choose", async () => {
  const { subtle } = crypto;
  assert.equal(hex(await subtle.digest({ name: "SHAKE128", length: 3 }, bytes("abc"))), "588109");
  assert.equal(subtle.digestSync({ name: "SHAKE256", length: 0 }, bytes("abc")).byteLength, 0);
  assert.equal(subtle.digestSync({ name: "SHAKE256", length: 123 }, []).byteLength, 123);
  assert.equal(subtle.digestSync({ name: "MD5", length: 16 }, bytes("abc")).byteLength, 16);
  const refusal = { name: "TypeError", message: /non-default length/ };
  assert.throws(() => subtle.digestSync({ name: "MD5", length: 8 }, bytes("abc")), refusal);
  await assert.rejects(subtle.digest({ name: "SHA3-256", length: 0 }, bytes("abc")), refusal);
  // Web Crypto's own algorithms know no length.
  assert.equal((await subtle.digest({ name: "SHA-256", length: 0 }, bytes("abc"))).byteLength, 32);
  for (const length of [-1, 1.5, 2 ** 31]) {
    await assert.rejects(subtle.digest({ name: "SHAKE128", length }, bytes("")), RangeError);
  }
});

Deno.test("what is no data is refused, whole and in parts", async () => {
  const { subtle } = crypto;
  const none = {} as Iterable<never>;
  await assert.rejects(subtle.digest("MD5", none), /BufferSource or \[Async\]Iterable/);
  assert.throws(() => subtle.digestSync("MD5", none), /BufferSource or Iterable/);
  const parts = ["text"] as unknown as Iterable<Uint8Array<ArrayBuffer>>;
  await assert.rejects(subtle.digest("MD5", parts), /A chunk is not ArrayBuffer/);
  assert.throws(() => subtle.digestSync("MD5", parts), /A chunk is not ArrayBuffer/);
  await assert.rejects(
    subtle.digest("MD5", ReadableStream.from(parts)),
    /A chunk is not ArrayBuffer/,
  );
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
  assert.throws(() => timingSafeEqual(bytes("secret"), bytes("secre")), {
    name: "TypeError",
    message: "Cannot compare buffers of different byte lengths (6 vs 5)",
  });
  assert.equal(timingSafeEqual(bytes("ab").buffer, new DataView(bytes("ab").buffer)), true);
  assert.equal(timingSafeEqual(bytes("xaby").subarray(1, 3), bytes("ab")), true);
});
