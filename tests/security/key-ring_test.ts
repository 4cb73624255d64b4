// The keys in memory: asked for once, kept while the source is down, asked for again when a row names another.
import assert from "node:assert/strict";
import { KeyRing } from "../../lib/security/key-ring.ts";
import { keyEncryptionKeys } from "../../lib/security/kms.ts";
import { SealError } from "../../lib/security/seal-error.ts";
import { aKek, someKeks, toldKms } from "../support/keks.ts";

Deno.test("the source is asked once, however many wait", async () => {
  const kms = toldKms(someKeks(2));
  const ring = new KeyRing(kms);
  await Promise.all([ring.keys(), ring.current(), ring.version(1), ring.refresh()]);
  assert.deepEqual(await ring.current(), { version: 2, key: aKek(7) });
  assert.equal(kms.asked, 1);
});

Deno.test("a source that is down at the start is an error, and one that goes down later stops new versions alone", async () => {
  const down = new Error("down");
  const kms = toldKms(down);
  const ring = new KeyRing(kms);
  await assert.rejects(ring.keys(), down);
  kms.says = someKeks(1);
  await ring.keys();
  kms.says = down;
  await assert.rejects(ring.refresh(), down);
  assert.deepEqual(await ring.version(1), aKek(5));
  await assert.rejects(ring.version(2), unavailable);
});

Deno.test("a version that another process is ahead with is asked for, and not again for each row that names it", async () => {
  const kms = toldKms(someKeks(1));
  let nowMs = 0;
  const ring = new KeyRing(kms, () => nowMs);
  await ring.keys();
  kms.says = someKeks(2);
  await assert.rejects(ring.version(2), unavailable, "it has just been asked");
  nowMs = 10_000;
  assert.deepEqual(await ring.version(2), aKek(7));
  assert.equal(kms.asked, 2);
  for (let rows = 0; rows < 100; rows++) await assert.rejects(ring.version(3), unavailable);
  assert.equal(kms.asked, 2);
  nowMs = 20_000;
  await Promise.allSettled([ring.version(3), ring.version(3), ring.version(4)]);
  assert.equal(kms.asked, 3);
});

Deno.test("a source that later says less takes nothing away, and one that says another key by a number is refused", async () => {
  const kms = toldKms(someKeks(2));
  const ring = new KeyRing(kms);
  await ring.keys();
  kms.says = keyEncryptionKeys(3, [[3, aKek(9)]]);
  assert.deepEqual([...(await ring.refresh()).keys.keys()], [1, 2, 3]);
  assert.deepEqual([(await ring.current()).version, await ring.version(1)], [3, aKek(5)]);
  kms.says = keyEncryptionKeys(3, [[1, aKek(99)], [3, aKek(9)]]);
  await assert.rejects(ring.refresh(), /Key-encryption key 1 is another one than before/);
  assert.deepEqual(await ring.version(1), aKek(5));
});

function unavailable(error: unknown): boolean {
  return error instanceof SealError && error.code === "key-unavailable";
}
