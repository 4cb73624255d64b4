import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { readEntries, readEntry, readList, readTogether } from "../../lib/kv/read.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("readEntry() finds nothing under an id that is longer than any key, instead of failing", async () => {
  await using test = await memoryDatabase();
  for (
    const id of ["x".repeat(3_000), "å".repeat(1_500), "😀".repeat(2_000), "\u0000".repeat(1_100)]
  ) {
    const entry = await readEntry(test.db.read, bookingKeys.booking(bookingId(id)));
    assert.equal(entry.value, null);
    assert.equal(entry.versionstamp, null);
  }
});

Deno.test("readEntries() gives the entries of more keys than one request takes, in their order", async () => {
  await using test = await memoryDatabase();
  const wanted = Array.from({ length: 35 }, (_, i) => kvKeys.about(`fact ${i}`));
  for (const [i, key] of wanted.entries()) {
    if (i % 3 !== 0) await test.db.write.set(key, String(i));
  }
  const entries = await readEntries(test.db.read, wanted);
  assert.deepEqual(
    entries.map((entry) => entry.value),
    wanted.map((_, i) => (i % 3 === 0 ? null : String(i))),
  );
});

Deno.test("readTogether() reads keys of different kinds at one moment", async () => {
  await using test = await memoryDatabase();
  await test.db.write.set(kvKeys.about("fact"), "yes");
  const wanted = [kvKeys.about("fact"), bookingKeys.bookingByReference("K4Q7RM")] as const;
  const [fact, reference] = await readTogether<[string, string]>(test.db.read, [...wanted]);
  assert.equal(fact.value, "yes");
  assert.equal(reference.value, null);
});

Deno.test("readList() stops at its limit, from either end, however large the batch", async () => {
  await using test = await memoryDatabase();
  for (let i = 0; i < 30; i++) {
    await test.db.write.set(kvKeys.about(String(i).padStart(2, "0")), "x");
  }
  const { prefix } = kvKeys.about;
  const names = async (limit: number, reverse = false) =>
    (await readList(test.db.read, { prefix }, limit, reverse)).map((row) => row.key[1]);
  assert.deepEqual(await names(3), ["00", "01", "02"]);
  assert.deepEqual(await names(2, true), ["29", "28"]);
  assert.equal((await names(700)).length, 30);
});
