import assert from "node:assert/strict";
import { record, text } from "../../lib/kernel/shape.ts";
import { family } from "../../lib/kv/family.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readSome } from "../../lib/kv/read-some.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { unreadableRows } from "../../lib/kv/unreadable-rows.ts";
import { memoryDatabase } from "../support/databases.ts";
import { testSealing } from "../support/sealing.ts";

interface Ride {
  status: string;
  name: string;
}

const rides = family<[day: string, id: string], Ride>("ride", {
  ...{ privacy: "C3", subject: "customer", kept: { until: "erased" } },
  shape: record<Ride>({ status: text, name: text }),
  sealed: {
    fields: ["name"],
    subject: ({ name }) => ({ kind: "phone", at: name }),
    erased: { name: "gone" },
  },
});
const UNDER_WAY = { limit: 100, isWanted: ({ status }: { status?: unknown }) => status === "on" };

async function write(db: Database, rows: readonly [id: string, status: string][]): Promise<void> {
  const tx = new Transaction(db);
  for (const [id, status] of rows) tx.set(rides("mon", id), { status, name: `name ${id}` });
  assert.notEqual(await tx.commit(), null);
}

Deno.test("of a list those rows alone are opened that are wanted, in their order", async () => {
  await using memory = await memoryDatabase();
  const { db } = testSealing(memory.db);
  await write(db, [["1", "over"], ["2", "on"], ["3", "on"], ["4", "over"]]);
  const opened: string[] = [];
  const { sealer } = db;
  assert.ok(sealer !== undefined);
  const noted = {
    ...sealer,
    seal: sealer.seal.bind(sealer),
    open: (parts: Parameters<typeof sealer.open>[0]) => {
      opened.push(...parts.map(({ key }) => String(key.at(-1))));
      return sealer.open(parts);
    },
  };
  const selector = { prefix: rides.under("mon") };
  const found = await readSome<Ride>({ ...db, sealer: noted }, selector, UNDER_WAY);
  assert.deepEqual(found, [{ status: "on", name: "name 2" }, { status: "on", name: "name 3" }]);
  assert.deepEqual(opened, ["2", "3"]);
});

Deno.test("rows of a database that seals nothing are chosen alike, and so are those of before", async () => {
  await using memory = await memoryDatabase();
  await write(memory.db, [["1", "over"], ["2", "on"]]);
  const { db } = testSealing(memory.db);
  for (const one of [memory.db, db]) {
    const found = await readSome<Ride>(one, { prefix: rides.under("mon") }, UNDER_WAY);
    assert.deepEqual(found, [{ status: "on", name: "name 2" }]);
  }
});

Deno.test("who was erased reads as erased; what nobody can read is left out and noted; the bound counts what is read", async () => {
  await using memory = await memoryDatabase();
  const { db, subjectKeys } = testSealing(memory.db);
  await write(db, [["1", "on"], ["2", "on"], ["4", "on"]]);
  const tx = new Transaction(db);
  assert.notEqual(await subjectKeys.destroy(tx, "phone/name 1"), null);
  assert.notEqual(await tx.commit(), null);
  await memory.db.write.set(rides("mon", "3"), null);
  const read = (limit: number) =>
    readSome<Ride>(db, { prefix: rides.under("mon") }, { ...UNDER_WAY, limit });
  assert.deepEqual((await read(9)).map(({ name }) => name), ["gone", "name 2", "name 4"]);
  assert.deepEqual(unreadableRows(db.read).take().map(({ key }) => key.at(-1)), ["3"]);
  assert.deepEqual((await read(2)).map(({ name }) => name), ["gone", "name 2"]);
});
