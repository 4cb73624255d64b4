import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { commitWithRetry, MAX_COMMIT_ATTEMPTS, Unwritten } from "../../lib/kv/commit.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";
import { refusal } from "../support/refusal.ts";

const KEY = kvKeys.about("number");

Deno.test("commitWithRetry() loses no addition of sixty-four racers on one row", async () => {
  await using test = await memoryDatabase();
  const refused = await refusedOf(64, () => test.db);
  assert.equal((await test.db.read.get(KEY)).value, String(64 - refused));
  assert(refused < 8, `${refused} of 64 refused`);
});

// The planted fault: a read and a write without the check between them.
Deno.test("the race of sixty-four catches additions without a check", async () => {
  await using test = await memoryDatabase();
  const naive = async () => {
    const { value } = await test.db.read.get<string>(KEY);
    await test.db.write.set(KEY, String(Number(value ?? 0) + 1));
  };
  await Promise.all(Array.from({ length: 64 }, naive));
  assert.notEqual((await test.db.read.get(KEY)).value, "64");
});

Deno.test("commitWithRetry() loses no addition of two processes' handles on one file", async () => {
  await using folder = await tempFolder();
  const one = await openDatabase(`${folder.path}/kv.sqlite`);
  const two = await openDatabase(`${folder.path}/kv.sqlite`);
  const refused = await refusedOf(40, (i) => i % 2 === 0 ? one : two);
  const { value } = await one.read.get(KEY);
  one.close();
  two.close();
  assert.equal(Number(value) + refused, 40);
  assert(refused < 20, `${refused} of 40 refused`);
});

Deno.test("commitWithRetry() gives up after its last attempt with busy, and writes nothing", async () => {
  await using test = await memoryDatabase();
  let attempts = 0;
  let settled = 0;
  const promise = commitWithRetry(test.db, (tx, number) => {
    attempts = number;
    tx.onSettled((stamp) => settled += stamp === null ? 1 : 0);
    tx.check(KEY, "0000000000000000aaaa").set(KEY, "x");
    return Promise.resolve();
  });
  await refusal(promise, "busy");
  assert.equal(attempts, MAX_COMMIT_ATTEMPTS);
  assert.equal(settled, MAX_COMMIT_ATTEMPTS);
  assert.equal((await test.db.read.get(KEY)).value, null);
});

Deno.test("commitWithRetry() settles and passes on what an attempt throws, without another try", async () => {
  await using test = await memoryDatabase();
  const settled: (string | null)[] = [];
  let attempts = 0;
  const promise = commitWithRetry(test.db, (tx) => {
    attempts++;
    tx.set(KEY, "x").onSettled((stamp) => settled.push(stamp));
    throw new DomainError("quote-used");
  });
  await refusal(promise, "quote-used");
  assert.equal(attempts, 1);
  assert.deepEqual(settled, [null]);
  assert.equal((await test.db.read.get(KEY)).value, null);
});

Deno.test("commitWithRetry() ends without a commit when an attempt finds nothing to write", async () => {
  await using test = await memoryDatabase();
  const settled: (string | null)[] = [];
  const result = await commitWithRetry<string>(test.db, (tx) => {
    tx.set(KEY, "x").onSettled((stamp) => settled.push(stamp));
    return Promise.resolve(new Unwritten("as it was"));
  });
  assert.deepEqual(result, { value: "as it was", versionstamp: null });
  assert.deepEqual(settled, [null]);
  assert.equal((await test.db.read.get(KEY)).value, null);
});

Deno.test("commitWithRetry() passes on a fault of the database that no second try can mend", async () => {
  await using test = await memoryDatabase();
  const promise = commitWithRetry(test.db, (tx) => {
    tx.set(KEY, "x".repeat(70_000));
    return Promise.resolve();
  });
  await assert.rejects(promise, /Value too large/);
});

/** How many of so many racers are told "busy", as the last of a long queue may be on a slow machine: they added nothing. */
async function refusedOf(racers: number, databaseOf: (i: number) => Database): Promise<number> {
  let refused = 0;
  const add = async (_: unknown, i: number) => {
    try {
      await addOne(databaseOf(i));
    } catch (error) {
      if (!(error instanceof DomainError && error.code === "busy")) throw error;
      refused++;
    }
  };
  await Promise.all(Array.from({ length: racers }, add));
  return refused;
}

async function addOne(db: Database): Promise<void> {
  await commitWithRetry(db, async (tx) => {
    const { value, versionstamp } = await db.read.get<string>(KEY);
    tx.check(KEY, versionstamp).set(KEY, String(Number(value ?? 0) + 1));
  });
}

Deno.test("what was done already is not acknowledged where nothing is kept: it may have been found in a write that was refused", async () => {
  await using test = await memoryDatabase();
  const done = () => Promise.resolve(new Unwritten("a booking"));
  let trouble: string | null = null;
  const db = { ...test.db, trouble: () => trouble };
  assert.equal((await commitWithRetry(db, done)).value, "a booking");
  trouble = "The database file was deleted";
  await assert.rejects(
    commitWithRetry(db, done),
    (error) => error instanceof GatewayError && error.retriable,
  );
});
