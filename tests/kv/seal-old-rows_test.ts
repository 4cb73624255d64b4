import assert from "node:assert/strict";
import type { Backfill } from "../../lib/kv/backfill.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { family } from "../../lib/kv/family.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry, readList } from "../../lib/kv/read.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { ROWS_LOOKED_AT, sealingWalk, sealOldRows } from "../../lib/kv/seal-old-rows.ts";
import { isSealed } from "../../lib/kv/sealed-rows.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";
import { testSealing } from "../support/sealing.ts";

interface Guest {
  name: string;
  visits: number;
}

const guests = family<[id: number], Guest>("guest", {
  privacy: "C2",
  subject: "customer",
  kept: { until: "erased" },
  stored: { version: 2, upgrade: (row) => ({ visits: 0, ...(row as Omit<Guest, "visits">) }) },
  shape: (row) => typeof row === "object" && row !== null && "name" in row,
  sealed: {
    fields: ["name"],
    subject: ({ name }) => ({ kind: "name", at: name }),
    erased: { name: "" },
  },
});
const ROWS = 600;

async function oldRows(raw: Database): Promise<void> {
  for (let id = 0; id < ROWS; id++) await raw.write.set(["guest", id], { name: `Guest ${id % 7}` });
}

async function stored(raw: Database): Promise<Deno.KvEntry<unknown>[]> {
  return await Array.fromAsync(raw.read.list({ prefix: ["guest"] }));
}

async function walk(db: Database, { step }: Backfill): Promise<void> {
  while (await step(db) !== "done");
}

Deno.test("the walk seals every row of earlier releases, brought up to date, and leaves sealed ones alone", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  await oldRows(raw);
  const { db } = testSealing(raw);
  await new Transaction(db).set(guests(7), { name: "Live", visits: 3 }).commit();
  const live = await raw.read.get(["guest", 7]);
  await walk(db, sealOldRows(guests));
  const rows = await stored(raw);
  assert.deepEqual(rows.filter(({ value }) => !isSealed(value)), []);
  assert.ok(!Deno.inspect(rows, { depth: 9, iterableLimit: 1e4 }).includes("Guest"));
  assert.equal((await raw.read.get(["guest", 7])).versionstamp, live.versionstamp);
  const list = await readList(db.read, { prefix: guests.prefix }, ROWS);
  assert.equal(list.length, ROWS);
  assert.deepEqual(list[8]?.value, { name: "Guest 1", visits: 0 });
});

Deno.test("while it walks old and new rows are read alike, and a change in between is kept", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  await oldRows(raw);
  const { db } = testSealing(raw);
  const { step } = sealOldRows(guests);
  for (let turn = 0; await step(db) !== "done"; turn++) {
    const id = (turn * 13) % ROWS;
    await commitWithRetry<null>(db, async (tx) => {
      const { value, versionstamp } = await readEntry(db.read, guests(id));
      assert.ok(value !== null && value.name !== "");
      tx.check(guests(id), versionstamp).set(guests(id), { ...value, visits: value.visits + 1 });
      return null;
    });
    assert.equal((await readList(db.read, { prefix: guests.prefix }, ROWS)).length, ROWS);
  }
  const list = await readList(db.read, { prefix: guests.prefix }, ROWS);
  assert.ok(list.reduce((sum, { value }) => sum + value.visits, 0) > 10, "no visit is lost");
  assert.deepEqual((await stored(raw)).filter(({ value }) => !isSealed(value)), []);
});

Deno.test("a row somebody writes between its reading and its sealing is theirs", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  await oldRows(raw);
  const { db } = testSealing(raw);
  const between = {
    ...db,
    stored: new Proxy(raw.read, {
      get(kv, name: keyof Deno.Kv) {
        if (name === "list") return listThenChange;
        const part: unknown = kv[name];
        return typeof part === "function" ? part.bind(kv) : part;
      },
    }),
  };
  function listThenChange(selector: Deno.KvListSelector, options: Deno.KvListOptions) {
    return (async function* () {
      const rows = await Array.fromAsync(raw.read.list(selector, options));
      await new Transaction(db).set(guests(0), { name: "Late", visits: 1 }).commit();
      yield* rows;
    })();
  }
  const { step } = sealOldRows(guests);
  assert.equal(await step(between), "again");
  assert.equal((await readEntry(db.read, guests(0))).value?.name, "Late");
});

Deno.test("a walk that dies at any commit goes on where it was, and no row is left or lost", async () => {
  for (let dies = 1; dies <= 4; dies++) {
    await using memory = await memoryDatabase();
    const raw = memory.db;
    await oldRows(raw);
    const { db } = testSealing(raw);
    const { step } = sealOldRows(guests);
    for (let turn = 0; turn < dies; turn++) await step(db);
    // Another process: nothing is in memory.
    const after = testSealing(raw).db;
    await walk(after, sealOldRows(guests));
    const list = await readList(after.read, { prefix: guests.prefix }, ROWS);
    assert.deepEqual(
      list.map(({ value }) => value.name),
      Array.from({ length: ROWS }, (_, i) => `Guest ${i % 7}`),
    );
    assert.deepEqual((await stored(raw)).filter(({ value }) => !isSealed(value)), []);
  }
});

Deno.test("a row of today's shape that was never sealed is not taken for one of an earlier release", async () => {
  const members = family<[id: number], Guest>("member", {
    ...{ privacy: "C2", subject: "customer", kept: { until: "erased" } },
    stored: { version: 2, upgrade: (row) => ({ ...(row as Guest), visits: -1 }) },
    sealed: {
      fields: ["name"],
      subject: ({ name }) => ({ kind: "name", at: name }),
      erased: { name: "" },
    },
  });
  await using memory = await memoryDatabase();
  for (let id = 0; id < 20; id++) {
    await memory.db.write.set(["member", id], { name: "Maja", visits: 3, $v: 2 });
  }
  const { db } = testSealing(memory.db);
  await walk(db, sealOldRows(members));
  const list = await readList(db.read, { prefix: members.prefix }, 100);
  assert.deepEqual(list.map(({ value }) => value.visits), Array(20).fill(3));
});

Deno.test("a walk reads little more than it seals where all rows are old, and far ahead where none is", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  await oldRows(raw);
  const { db } = testSealing(raw);
  let [read, lists] = [0, 0];
  const list = (selector: Deno.KvListSelector, options: Deno.KvListOptions) => {
    lists++;
    return (async function* () {
      for await (const row of raw.read.list(selector, options)) yield (read++, row);
    })();
  };
  const counted = { ...db, stored: { list } as unknown as Deno.Kv };
  await walk(counted, sealOldRows(guests));
  assert.ok(read <= 3 * ROWS, `${read} rows were read to seal ${ROWS}`);
  await raw.write.delete(kvKeys.backfill(sealingWalk(guests)));
  lists = 0;
  await walk(counted, sealOldRows(guests));
  assert.ok(lists <= 2 * ROWS / ROWS_LOOKED_AT + 2, `${lists} lists of rows that are all sealed`);
});

Deno.test("a commit to a server has its ten checks, and rows as long as KV takes are sealed a few a commit", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  const { db } = testSealing(raw);
  const words = "x".repeat(40_000);
  for (let id = 0; id < 30; id++) await raw.write.set(["guest", id], { name: "Maja", words });
  const steps: string[] = [];
  const { step } = sealOldRows(guests);
  while (steps.at(-1) !== "done") steps.push(await step(db));
  assert.ok(steps.length >= 5, `${steps.length} commits of 1.2 MB`);
  await raw.write.delete(kvKeys.backfill(sealingWalk(guests)));
  for (let id = 0; id < 30; id++) await raw.write.set(["guest", id], { name: `Guest ${id}` });
  await walk({ ...db, kind: "remote" }, sealOldRows(guests));
  assert.deepEqual((await stored(raw)).filter(({ value }) => !isSealed(value)), []);
});

Deno.test("a row nobody can read stays as it is, and the walk goes past it", async () => {
  await using memory = await memoryDatabase();
  const raw = memory.db;
  await raw.write.set(["guest", 1], { title: "odd" });
  await raw.write.set(["guest", 2], { name: "Guest" });
  const { db } = testSealing(raw);
  await walk(db, sealOldRows(guests));
  assert.deepEqual((await stored(raw)).map(({ value }) => isSealed(value)), [false, true]);
});
