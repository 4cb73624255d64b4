import assert from "node:assert/strict";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { type FeedBody, feedKind } from "../../lib/kv/feed-row.ts";
import { keyBytes } from "../../lib/kv/key-bytes.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import {
  MAX_CHECKS,
  MAX_FEED_ENTRIES,
  MAX_KEY_BYTES,
  MAX_MUTATIONS,
  Transaction,
} from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";
import { fc } from "../support/property.ts";

Deno.test("a transaction takes ten checks and refuses the eleventh before anything is sent", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  for (let i = 0; i < MAX_CHECKS; i++) tx.check(kvKeys.about(`fact ${i}`), null);
  assert.throws(() => tx.check(kvKeys.about("one more"), null), InvariantError);
  assert.notEqual(await tx.set(kvKeys.about("kept"), "yes").commit(), null);
});

Deno.test("a transaction takes 250 writes, deletions and its row of the feed counted, and refuses one more", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  for (let i = 2; i < MAX_MUTATIONS; i++) tx.set(kvKeys.about(`fact ${i}`), "x");
  tx.delete(kvKeys.about("nothing")).append(noted, NOTE);
  assert.throws(() => tx.set(kvKeys.about("one more"), "x"), InvariantError);
  assert.throws(() => tx.delete(kvKeys.about("one more")), InvariantError);
  // A second entry shares the row of the first.
  tx.append(noted, NOTE);
  assert.notEqual(await tx.commit(), null);
});

Deno.test("a transaction takes thirty entries of the feed and refuses one more", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  for (let i = 0; i < MAX_FEED_ENTRIES; i++) tx.append(noted, NOTE);
  assert.throws(() => tx.append(noted, NOTE), InvariantError);
});

Deno.test("a transaction with too many key bytes is refused whole and tells who waited", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  const settled: (string | null)[] = [];
  tx.onSettled((versionstamp) => settled.push(versionstamp));
  const long = "x".repeat(600);
  const each = keyBytes(kvKeys.about(`${long}000`));
  for (let i = 0; i * each <= MAX_KEY_BYTES; i++) {
    tx.set(kvKeys.about(`${long}${String(i).padStart(3, "0")}`), "x");
  }
  await assert.rejects(tx.commit(), InvariantError);
  assert.deepEqual(settled, [null]);
  assert.deepEqual(await Array.fromAsync(test.db.read.list({ prefix: [] })), []);
});

Deno.test("what the bounds let through, Deno KV takes: the largest transaction commits", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  for (let i = 0; i < MAX_CHECKS; i++) tx.check(kvKeys.about(`${"å".repeat(20)} ${i}`), null);
  for (let i = 0; i < MAX_MUTATIONS; i++) {
    tx.set(kvKeys.about(`${"å".repeat(40)} ${i}`), "x".repeat(3_000));
  }
  assert.notEqual(await tx.commit(), null);
});

Deno.test("keyBytes() is never less than what Deno KV counts, so that the limit is met before KV's", async () => {
  await using test = await memoryDatabase();
  const text = fc.string({ unit: "binary", maxLength: 500 }).map((part) => part.toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 3 }), async (parts) => {
      const key = kvKeys.about(parts.join("\u0000"));
      if (keyBytes(key) <= 2_048) await test.db.write.set(key, "x");
    }),
    { numRuns: 60 },
  );
});

Deno.test("a check on a changed row commits nothing and settles with null", async () => {
  await using test = await memoryDatabase();
  const key = kvKeys.about("fact");
  await test.db.write.set(key, "old");
  const settled: (string | null)[] = [];
  const tx = new Transaction(test.db).check(key, null).set(key, "new")
    .set(kvKeys.about("other"), "new").onSettled((stamp) => settled.push(stamp));
  assert.equal(await tx.commit(), null);
  assert.deepEqual(settled, [null]);
  assert.equal((await test.db.read.get(key)).value, "old");
  assert.equal((await test.db.read.get(kvKeys.about("other"))).value, null);
});

Deno.test("who waits for a transaction is told once, with its versionstamp, also when it is given up later", async () => {
  await using test = await memoryDatabase();
  const settled: (string | null)[] = [];
  const tx = new Transaction(test.db).set(kvKeys.about("fact"), "x");
  tx.onSettled((stamp) => settled.push(stamp));
  const versionstamp = await tx.commit();
  tx.abandon();
  assert.deepEqual(settled, [versionstamp]);
  assert.equal((await test.db.read.get(kvKeys.about("fact"))).versionstamp, versionstamp);
});

Deno.test("what one commit appends stands in one row under its own versionstamp, in order", async () => {
  await using test = await memoryDatabase();
  const later = { at: "2026-11-23T05:00:01Z", text: "b" };
  const versionstamp = await new Transaction(test.db).append(noted, NOTE).append(noted, later)
    .set(kvKeys.about("fact"), "x").commit();
  assert(versionstamp);
  const rows = await Array.fromAsync(test.db.read.list({ prefix: kvKeys.feed.prefix }));
  assert.deepEqual(rows.map(({ key }) => key), [["feed", versionstamp]]);
  const entries = [{ kind: "noted", body: NOTE }, { kind: "noted", body: later }];
  assert.deepEqual(rows[0]?.value, { at: later.at, entries });
});

Deno.test("the bell rings once a commit that appended, after it; not for others and not for a lost one", async () => {
  await using test = await memoryDatabase();
  let rings = 0;
  test.db.bell.listen(() => rings++);
  await new Transaction(test.db).append(noted, NOTE).append(noted, NOTE).commit();
  assert.equal(rings, 1);
  await new Transaction(test.db).set(kvKeys.about("fact"), "x").commit();
  const lost = new Transaction(test.db).check(kvKeys.about("fact"), null).append(noted, NOTE);
  assert.equal(await lost.commit(), null);
  new Transaction(test.db).append(noted, NOTE).abandon();
  assert.equal(rings, 1);
});

Deno.test("a key that no family made is refused", async () => {
  await using test = await memoryDatabase();
  assert.throws(() => new Transaction(test.db).set(["about", "fact"], "x"), InvariantError);
});

interface Note extends FeedBody {
  text: string;
}

const noted = feedKind<Note>("noted");
const NOTE: Note = { at: "2026-11-23T05:00:00Z", text: "a" };
