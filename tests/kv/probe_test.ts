import assert from "node:assert/strict";
import { openDatabase } from "../../lib/kv/open.ts";
import { databaseStanding, sharedStanding } from "../../lib/kv/probe.ts";
import { memoryDatabase } from "../support/databases.ts";

const WELL = { file: null, writes: null, reads: null };

Deno.test("databaseStanding() finds nothing wrong with an open database and says what is, without throwing, of a closed one", async () => {
  const db = await openDatabase(":memory:");
  assert.deepEqual(await databaseStanding(db), WELL);
  db.close();
  assert.deepEqual(await databaseStanding(db), { file: null, writes: "failed", reads: "failed" });
});

Deno.test("databaseStanding() tells writes that fail from reads that do", async () => {
  await using one = await memoryDatabase();
  const closed = await openDatabase(":memory:");
  const refusing = { ...one.db.write, set: () => Promise.reject(new TypeError("disk is full")) };
  const unwritten = await databaseStanding({ ...one.db, write: refusing as unknown as Deno.Kv });
  assert.deepEqual(unwritten, { ...WELL, writes: "failed" });
  closed.close();
  const unread = await databaseStanding({ ...one.db, read: closed.read });
  assert.deepEqual(unread, { ...WELL, reads: "failed" });
});

Deno.test("databaseStanding() notices that what was written cannot be read back", async () => {
  await using one = await memoryDatabase();
  await using two = await memoryDatabase();
  const standing = await databaseStanding({ ...one.db, read: two.db.read });
  assert.deepEqual(standing, { ...WELL, reads: "misread" });
});

Deno.test("a database whose commits would be lost takes no writes, and is read", async () => {
  await using test = await memoryDatabase();
  const standing = await databaseStanding({ ...test.db, trouble: () => "Gone" });
  assert.deepEqual(standing, { file: "lost", writes: "lost", reads: null });
});

Deno.test("all who ask within a second share one write; the next second asks anew", async () => {
  const db = await openDatabase(":memory:");
  let writes = 0;
  let now = 0;
  const set = db.write.set.bind(db.write);
  db.write.set = (...args) => (writes++, set(...args));
  const probe = sharedStanding(db, () => now);
  assert.deepEqual(await Promise.all(Array.from({ length: 64 }, probe)), Array(64).fill(WELL));
  now = 999;
  await probe();
  assert.equal(writes, 1);
  now = 1_000;
  db.close();
  assert.equal((await probe()).writes, "failed", "an answer is not kept for ever");
  assert.equal(writes, 2);
});
