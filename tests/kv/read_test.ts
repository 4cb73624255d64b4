import assert from "node:assert/strict";
import { bookingId } from "../../lib/booking/booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import {
  readEntries,
  readEntry,
  readIfReadable,
  readList,
  readTogether,
} from "../../lib/kv/read.ts";
import { keyBytes } from "../../lib/kv/key-bytes.ts";
import { UnreadableRow, unreadableRows } from "../../lib/kv/unreadable-rows.ts";
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

// A key is counted at three bytes a letter, the most that UTF-8 takes of one.
Deno.test("readEntry() reads the longest key there can be, of 2,048 bytes, and asks for none beyond it", async () => {
  await using test = await memoryDatabase();
  const longest = kvKeys.job(1, "\u20ac".repeat(675));
  const beyond = kvKeys.job(1, "\u20ac".repeat(676));
  assert.equal(keyBytes(longest), 2_048);
  const job = { id: "a", kind: "greet", payload: {}, attempts: 0, lastError: "" };
  await test.db.write.set(longest, job);
  assert.deepEqual((await readEntry(test.db.read, longest)).value, job);
  const untouched = new Proxy(test.db.read, { get: () => assert.fail("the database was asked") });
  const nothing = { key: beyond, value: null, versionstamp: null };
  assert.deepEqual(await readEntry(untouched, beyond), nothing);
});

Deno.test("readTogether() and readEntries() find nothing under a key longer than any, and what stands beside it", async () => {
  await using test = await memoryDatabase();
  await test.db.write.set(kvKeys.about("fact"), "yes");
  const wanted = [kvKeys.about("x".repeat(3_000)), kvKeys.about("fact")] as const;
  const { read } = test.db;
  const found = [
    await readTogether<[string, string]>(read, [...wanted]),
    await readEntries(read, wanted),
  ];
  for (const entries of found) {
    assert.deepEqual(entries.map(({ key, value }) => [key, value]), [
      [[...wanted[0]], null],
      [[...wanted[1]], "yes"],
    ]);
  }
});

Deno.test("readList() finds nothing below a prefix longer than any key, or between two of them", async () => {
  await using test = await memoryDatabase();
  const far = kvKeys.job(1, "x".repeat(3_000));
  const others = kvKeys.job(2, "x".repeat(3_000));
  assert.deepEqual(await readList(test.db.read, { prefix: far }, 10), []);
  assert.deepEqual(await readList(test.db.read, { start: far, end: others }, 10), []);
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

Deno.test("a list leaves out rows that nobody can read and goes on behind them: a short one is the last", async () => {
  await using test = await memoryDatabase();
  const counter = (day: number) => kvKeys.counter("odd", `2026-11-${day + 10}`);
  // Every third is odd, so that any page has some.
  for (let day = 0; day < 18; day++) {
    await test.db.write.set(counter(day), day % 3 === 0 ? {} : day);
  }
  const prefix = kvKeys.counter.under("odd");
  const whole = Array.from({ length: 18 }, (_, day) => day).filter((day) => day % 3 !== 0);
  const read: number[] = [];
  let start: Deno.KvKey | undefined;
  for (let pages = 0; pages < 20; pages++) {
    const selector = start === undefined ? { prefix } : { prefix, start };
    const page = await readList(test.db.read, selector, 5);
    read.push(...page.map(({ value }) => value));
    if (page.length < 5) break;
    start = [...page.at(-1)?.key ?? [], ""];
  }
  assert.deepEqual(read, whole);
  assert.deepEqual(
    (await readList(test.db.read, { prefix }, 100, true)).map(({ value }) => value),
    whole.toReversed(),
  );
  const told = unreadableRows(test.db.read).take();
  assert.deepEqual(
    told.map(({ key }) => key.at(-1)),
    [0, 3, 6, 9, 12, 15].map((day) => `2026-11-${day + 10}`),
  );
  assert.deepEqual(unreadableRows(test.db.read).take(), []);
});

Deno.test("one row alone is refused when nobody can read it, never taken for none; who can make it anew gets its stamp", async () => {
  await using test = await memoryDatabase();
  const key = kvKeys.backfill("odd");
  const { versionstamp } = await test.db.write.set(key, null);
  await assert.rejects(readEntry(test.db.read, key), UnreadableRow);
  await assert.rejects(readTogether(test.db.read, [key]), UnreadableRow);
  assert.deepEqual(await readIfReadable(test.db.read, key), { key, value: null, versionstamp });
  assert.deepEqual(unreadableRows(test.db.read).take().map((one) => one.key), [key]);
});
