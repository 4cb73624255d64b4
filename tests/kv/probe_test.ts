import assert from "node:assert/strict";
import { openDatabase } from "../../lib/kv/open.ts";
import { databaseAnswers } from "../../lib/kv/probe.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("databaseAnswers() is true of an open database and false, without throwing, of a closed one", async () => {
  const db = await openDatabase(":memory:");
  assert.equal(await databaseAnswers(db), true);
  db.close();
  assert.equal(await databaseAnswers(db), false);
});

Deno.test("databaseAnswers() is false when what was written cannot be read back", async () => {
  await using one = await memoryDatabase();
  await using two = await memoryDatabase();
  assert.equal(await databaseAnswers({ ...one.db, read: two.db.read }), false);
});
