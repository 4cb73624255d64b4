import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import type { FeedValue } from "../../lib/booking/booking-feed.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { keys } from "../../lib/kv/keys.ts";
import {
  keyBytes,
  MAX_CHECKS,
  MAX_KEY_BYTES,
  MAX_MUTATIONS,
  Transaction,
} from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";
import { fc } from "../support/property.ts";

Deno.test("a transaction takes ten checks and refuses the eleventh before anything is sent", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db.write);
  for (let i = 0; i < MAX_CHECKS; i++) tx.check(keys.about(`fact ${i}`), null);
  assert.throws(() => tx.check(keys.about("one more"), null), InvariantError);
  assert.notEqual(await tx.set(keys.about("kept"), "yes").commit(), null);
});

Deno.test("a transaction takes 250 writes, deletions and feed entries counted, and refuses one more", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db.write);
  for (let i = 2; i < MAX_MUTATIONS; i++) tx.set(keys.about(`fact ${i}`), "x");
  tx.delete(keys.about("nothing")).appendToFeed({} as FeedValue);
  assert.throws(() => tx.set(keys.about("one more"), "x"), InvariantError);
  assert.throws(() => tx.delete(keys.about("one more")), InvariantError);
  assert.throws(() => tx.appendToFeed({} as FeedValue), InvariantError);
  assert.notEqual(await tx.commit(), null);
});

Deno.test("a transaction with too many key bytes is refused whole and tells who waited", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db.write);
  const settled: (string | null)[] = [];
  tx.onSettled((versionstamp) => settled.push(versionstamp));
  const long = "x".repeat(600);
  const each = keyBytes(keys.about(`${long}000`));
  for (let i = 0; i * each <= MAX_KEY_BYTES; i++) {
    tx.set(keys.about(`${long}${String(i).padStart(3, "0")}`), "x");
  }
  await assert.rejects(tx.commit(), InvariantError);
  assert.deepEqual(settled, [null]);
  assert.deepEqual(await Array.fromAsync(test.db.read.list({ prefix: [] })), []);
});

Deno.test("what the bounds let through, Deno KV takes: the largest transaction commits", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db.write);
  for (let i = 0; i < MAX_CHECKS; i++) tx.check(keys.about(`${"å".repeat(20)} ${i}`), null);
  for (let i = 0; i < MAX_MUTATIONS; i++) {
    tx.set(keys.about(`${"å".repeat(40)} ${i}`), "x".repeat(3_000));
  }
  assert.notEqual(await tx.commit(), null);
});

Deno.test("keyBytes() is never less than what Deno KV counts, so that the limit is met before KV's", async () => {
  await using test = await memoryDatabase();
  const text = fc.string({ unit: "binary", maxLength: 500 }).map((part) => part.toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 3 }), async (parts) => {
      const key = keys.about(parts.join("\u0000"));
      if (keyBytes(key) <= 2_048) await test.db.write.set(key, "x");
    }),
    { numRuns: 60 },
  );
});

Deno.test("a check on a changed row commits nothing and settles with null", async () => {
  await using test = await memoryDatabase();
  const key = keys.about("fact");
  await test.db.write.set(key, "old");
  const settled: (string | null)[] = [];
  const tx = new Transaction(test.db.write).check(key, null).set(key, "new")
    .set(keys.about("other"), "new").onSettled((stamp) => settled.push(stamp));
  assert.equal(await tx.commit(), null);
  assert.deepEqual(settled, [null]);
  assert.equal((await test.db.read.get(key)).value, "old");
  assert.equal((await test.db.read.get(keys.about("other"))).value, null);
});

Deno.test("who waits for a transaction is told once, with its versionstamp, also when it is given up later", async () => {
  await using test = await memoryDatabase();
  const settled: (string | null)[] = [];
  const tx = new Transaction(test.db.write).set(keys.about("fact"), "x");
  tx.onSettled((stamp) => settled.push(stamp));
  const versionstamp = await tx.commit();
  tx.abandon();
  assert.deepEqual(settled, [versionstamp]);
  assert.equal((await test.db.read.get(keys.about("fact"))).versionstamp, versionstamp);
});

Deno.test("a feed entry is stored under the versionstamp of its own commit", async () => {
  await using test = await memoryDatabase();
  const value = { at: "2026-11-23T05:00:00Z" } as FeedValue;
  const versionstamp = await new Transaction(test.db.write).appendToFeed(value)
    .set(keys.booking(bookingId("x")), {} as never).commit();
  assert(versionstamp);
  assert.deepEqual((await test.db.read.get(keys.bookingFeed(versionstamp))).value, value);
});
