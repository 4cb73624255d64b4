import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { InvariantError } from "../../lib/kernel/invariant.ts";
import { family, type KeyFamily } from "../../lib/kv/family.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntries, readEntry, readList, readTogether } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

interface Guest {
  name: string;
  phone: string;
}

const FACTS = { privacy: "C1", subject: "nobody", kept: { until: "erased" } } as const;

/** The same family as three releases had it: a name; first and last name; a phone number besides. */
const first = family<[id: string], { full: string }>("guest", FACTS);
const second = family<[id: string], { name: string }>("guest", {
  ...FACTS,
  stored: { version: 2, upgrade: (row) => ({ name: (row as { full: string }).full }) },
});
const third = family<[id: string], Guest>("guest", {
  ...FACTS,
  stored: {
    version: 3,
    upgrade: (row, version) => ({
      name: version === 1 ? (row as { full: string }).full : (row as { name: string }).name,
      phone: "",
    }),
  },
});

async function write<Row>(
  db: Database,
  rows: KeyFamily<[id: string], Row>,
  id: string,
  row: NoInfer<Row>,
): Promise<void> {
  await new Transaction(db).set(rows(id), row).commit();
}

Deno.test("rows of each release are read as today's, by every way to read", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  await write(db, first, "a", { full: "Maja" });
  await write(db, second, "b", { name: "Åsa" });
  await write(db, third, "c", { name: "Bo", phone: "+46" });
  const expected = [
    { name: "Maja", phone: "" },
    { name: "Åsa", phone: "" },
    { name: "Bo", phone: "+46" },
  ];
  const keys = ["a", "b", "c"].map((id) => third(id));
  const one = await Promise.all(keys.map(async (key) => (await readEntry(db.read, key)).value));
  assert.deepEqual(one, expected);
  const many = await readEntries(db.read, keys);
  assert.deepEqual(many.map(({ value }) => value), expected);
  const together = await readTogether(db.read, keys);
  assert.deepEqual(together.map(({ value }) => value), expected);
  const list = await readList(db.read, { prefix: third.prefix }, 10);
  assert.deepEqual(list.map(({ value }) => value), expected);
  const range = await readList(db.read, { start: third("b"), end: third("c") }, 10);
  assert.deepEqual(range.map(({ value }) => value), [expected[1]]);
});

Deno.test("the first version is stored bare, as the first release wrote it; later ones carry their mark", async () => {
  await using test = await memoryDatabase();
  await write(test.db, first, "a", { full: "Maja" });
  await write(test.db, third, "c", { name: "Bo", phone: "" });
  assert.deepEqual((await test.db.read.get(first("a"))).value, { full: "Maja" });
  assert.deepEqual((await test.db.read.get(third("c"))).value, { name: "Bo", phone: "", $v: 3 });
});

Deno.test("a row that was read and is written again carries one mark, today's", async () => {
  await using test = await memoryDatabase();
  await write(test.db, second, "b", { name: "Åsa" });
  const { value } = await readEntry(test.db.read, third("b"));
  assert(value);
  await write(test.db, third, "b", { ...value, phone: "+46" });
  assert.deepEqual((await test.db.read.get(third("b"))).value, {
    ...{ name: "Åsa", phone: "+46" },
    $v: 3,
  });
});

Deno.test("a row of a later release is refused, not misread; the message names its family", async () => {
  await using test = await memoryDatabase();
  await write(test.db, third, "c", { name: "Bo", phone: "" });
  await assert.rejects(
    readEntry(test.db.read, first("c")),
    (error) => error instanceof GatewayError && !error.retriable && /guest/.test(error.message),
  );
  await assert.rejects(readEntry(test.db.read, second("c")), GatewayError);
});

Deno.test("what is no object is told apart by its type: numbers stay, the sums of the first release become numbers", async () => {
  await using test = await memoryDatabase();
  const key = kvKeys.counter("bookings", "2026-11-23");
  await test.db.write.atomic().sum(key, 7n).commit();
  assert.equal((await readEntry(test.db.read, key)).value, 7);
  await new Transaction(test.db).set(key, 8).commit();
  assert.equal((await readEntry(test.db.read, key)).value, 8);
  assert.equal((await test.db.read.get(key)).value, 8);
});

Deno.test("a key that is not there is null, and one that no family made is refused", async () => {
  await using test = await memoryDatabase();
  assert.equal((await readEntry(test.db.read, third("nobody"))).value, null);
  await assert.rejects(readList(test.db.read, { prefix: ["guest"] }, 10), InvariantError);
});
