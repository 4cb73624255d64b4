import assert from "node:assert/strict";
import { countOne, readCount } from "../../lib/kv/counters.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("countOne() counts three hundred at the same moment exactly", async () => {
  await using test = await memoryDatabase();
  await Promise.all(Array.from({ length: 300 }, () => countOne(test.db, "bookings", "2026-11-23")));
  assert.equal(await readCount(test.db, "bookings", "2026-11-23"), 300);
});

Deno.test("readCount() is 0 where nothing was counted: another name, another day", async () => {
  await using test = await memoryDatabase();
  await countOne(test.db, "bookings", "2026-11-23");
  assert.equal(await readCount(test.db, "bookings", "2026-11-24"), 0);
  assert.equal(await readCount(test.db, "quotes", "2026-11-23"), 0);
});
