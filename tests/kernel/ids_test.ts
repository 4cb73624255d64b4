import assert from "node:assert/strict";
import { CROCKFORD, isUlid } from "../../lib/kernel/ulid.ts";
import {
  base64Url,
  isReferenceCode,
  readableLetters,
  referenceCode,
  secretToken,
  secureRandomBytes,
  tokenHash,
  ulid,
} from "../../lib/kernel/ids.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { fc } from "../support/property.ts";

const zeros = (length: number) => new Uint8Array(length);
const ones = (length: number) => new Uint8Array(length).fill(0xff);

// The example of github.com/ulid/spec: 1469918176385 is 01ARYZ6S41.
Deno.test("ulid() writes the time as the specification's example does, and 80 bits after it", () => {
  assert.equal(ulid(1_469_918_176_385, zeros), "01ARYZ6S410000000000000000");
  assert.equal(ulid(1_469_918_176_385, ones), "01ARYZ6S41ZZZZZZZZZZZZZZZZ");
  assert.equal(ulid(0, zeros), "0".repeat(26));
});

Deno.test("ulid() sorts by time, has 26 letters of the alphabet and keeps every random bit", () => {
  const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(fc.property(time, time, bytes, bytes, (a, b, x, y) => {
    const [one, two] = [ulid(a, () => x), ulid(b, () => y)];
    assert.match(one, /^[0-9A-HJKMNP-TV-Z]{26}$/);
    if (a !== b) assert.equal(one < two, a < b);
    if (x.join() !== y.join()) assert.notEqual(one.slice(10), two.slice(10));
  }));
});

Deno.test("ulid() refuses what is no time", () => {
  for (const ms of [-1, 0.5, NaN, Infinity]) assert.throws(() => ulid(ms, zeros), InvariantError);
});

Deno.test("referenceCode() has six letters that nobody mixes up, each as likely as another", () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 7_000; i++) {
    for (const letter of referenceCode(secureRandomBytes)) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  assert.equal([...counts.keys()].sort().join(""), "34679CDFGHJKMNPQRTWXY");
  // 42,000 letters: 2,000 each, five standard deviations are 220.
  for (const count of counts.values()) assert(Math.abs(count - 2_000) < 220, `${count}`);
});

Deno.test("referenceCode() draws again instead of preferring letters when bytes are unusable", () => {
  const drawn = [255, 254, 253, 252, 0, 1, 2, 3, 4, 5, 6, 7];
  const code = referenceCode((length) => Uint8Array.from(drawn.splice(0, length)));
  assert.equal(code, "34679C");
});

Deno.test("readableLetters() prefers no letter: of all bytes there are, each stands for as many", () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = readableLetters(252, () => everyByte.slice());
  const counts = Map.groupBy(letters, (letter) => letter).values().map((each) => each.length);
  assert.deepEqual([...counts], Array(21).fill(12));
});

Deno.test("isReferenceCode() knows what referenceCode() makes", () => {
  for (let i = 0; i < 100; i++) assert(isReferenceCode(referenceCode(secureRandomBytes)));
  for (const text of ["", "K4Q7R", "K4Q7RMM", "K4Q7R0", "k4q7rm", "K4Q 7RM"]) {
    assert.equal(isReferenceCode(text), false, text);
  }
});

Deno.test("isUlid() knows what ulid() makes", () => {
  for (let i = 0; i < 100; i++) assert(isUlid(ulid(i * 1e10, secureRandomBytes)));
  const one = ulid(1, secureRandomBytes);
  for (
    const text of ["", one.slice(1), `${one}0`, `${one}\n`, one.slice(1) + "I", "u".repeat(26)]
  ) {
    assert.equal(isUlid(text), false, text);
  }
});

Deno.test("secretToken() has 256 bits in 43 letters fit for an address", () => {
  assert.match(secretToken(secureRandomBytes), /^[\w-]{43}$/);
  assert.notEqual(secretToken(secureRandomBytes), secretToken(secureRandomBytes));
});

Deno.test("tokenHash() is SHA-256 in base64url", async () => {
  assert.equal(await tokenHash(""), "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
});

Deno.test("base64Url() has no padding and no letter that an address would encode", () => {
  assert.equal(base64Url(Uint8Array.of(0xfb, 0xff, 0xfe, 0x01)), "-__-AQ");
});

Deno.test("ulid() writes its chance in the alphabet's order", () => {
  assert.equal(CROCKFORD, "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
  const counted = Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf);
  assert.equal(ulid(0, () => counted), "00000000000123456789ABCDEF");
  assert.equal(ulid(2 ** 48 - 1, zeros), "7ZZZZZZZZZ0000000000000000");
});
