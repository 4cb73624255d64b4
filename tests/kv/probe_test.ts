import assert from "node:assert/strict";
import { openDatabase } from "../../lib/kv/open.ts";
import { databaseReadiness, sharedProbe } from "../../lib/kv/probe.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("databaseReadiness() is null of an open database and says why, without throwing, of a closed one", async () => {
  const db = await openDatabase(":memory:");
  assert.equal(await databaseReadiness(db), null);
  db.close();
  assert.notEqual(await databaseReadiness(db), null);
});

Deno.test("databaseReadiness() notices that what was written cannot be read back", async () => {
  await using one = await memoryDatabase();
  await using two = await memoryDatabase();
  const readiness = await databaseReadiness({ ...one.db, read: two.db.read });
  assert.equal(readiness, "What was written cannot be read back");
});

Deno.test("a database whose commits would be lost is not ready, whatever it answers", async () => {
  await using test = await memoryDatabase();
  assert.equal(await databaseReadiness({ ...test.db, trouble: () => "Gone" }), "Gone");
});

Deno.test("all who ask within a second share one write; the next second asks anew", async () => {
  const db = await openDatabase(":memory:");
  let writes = 0;
  let now = 0;
  const set = db.write.set.bind(db.write);
  db.write.set = (...args) => (writes++, set(...args));
  const probe = sharedProbe(db, () => now);
  assert.deepEqual(await Promise.all(Array.from({ length: 64 }, probe)), Array(64).fill(null));
  now = 999;
  await probe();
  assert.equal(writes, 1);
  now = 1_000;
  db.close();
  assert.notEqual(await probe(), null, "an answer is not kept for ever");
  assert.equal(writes, 2);
});
