import assert from "node:assert/strict";
import { addCounts, countedDays, Counts, readCount, setCount } from "../../lib/kv/counters.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("counts are added to what is there, and to nothing where there is nothing yet", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  const days = ["2026-11-23", "2026-11-24"] as const;
  for (const rounds of [1, 2]) {
    const counts = new Counts();
    for (let i = 0; i < 3; i++) counts.add("rides", days[0]);
    if (rounds === 2) counts.add("rides", days[1]);
    counts.add("moves", days[0]);
    const tx = new Transaction(db);
    await addCounts(db, tx, counts);
    assert(await tx.commit());
  }
  const read = (name: string) => Promise.all(days.map((day) => readCount(db, name, day)));
  assert.deepEqual(await read("rides"), [6, 1]);
  assert.deepEqual(await read("moves"), [2, 0]);
  assert.deepEqual(await countedDays(db, "rides"), [...days]);
  assert.deepEqual(await countedDays(db, "none"), []);
});

Deno.test("a counter that is set forgets what it was", async () => {
  await using test = await memoryDatabase();
  for (const amount of [7, 2, 0]) {
    const tx = new Transaction(test.db);
    setCount(tx, "rides", "2026-11-23", amount);
    assert(await tx.commit());
    assert.equal(await readCount(test.db, "rides", "2026-11-23"), amount);
  }
});

Deno.test("Counts lists each name and day once, in the order in which they came", () => {
  const counts = new Counts();
  counts.add("b", "2026-11-24");
  counts.add("a", "2026-11-23");
  counts.add("b", "2026-11-24");
  assert.deepEqual(counts.list(), [
    { name: "b", day: "2026-11-24", amount: 2 },
    { name: "a", day: "2026-11-23", amount: 1 },
  ]);
});
