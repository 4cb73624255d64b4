import assert from "node:assert/strict";
import { EntryFinder, type EntryQuestion } from "../../lib/audit/find-entries.ts";
import type { Word } from "../../lib/audit/entry-words.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { actAs } from "../../lib/kernel/acting.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { auditedDatabase, testAppender, testIntents } from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";

const COUNT = 1_200;
const ANY: EntryQuestion = { words: [], from: "", before: "" };

/** Entries a minute apart, by five people in turn; every hundredth is of a subject of its own, and one of very many. */
async function lived(): Promise<AsyncDisposable & { db: Database }> {
  const test = await memoryDatabase();
  const clock = manualClock("2026-11-23T00:00:00Z");
  const db = auditedDatabase(test.db, testIntents({ clock }));
  const crowd = Array.from({ length: 90 }, (_, i) => `crowd-${i}`);
  for (let i = 0; i < COUNT; i++) {
    const by = { who: { kind: "person", id: `P${i % 5}` } as const, command: "POST /x" };
    const subjects = i === 333 ? crowd : i % 100 === 0 ? [`mark-${i}`] : [];
    await actAs(
      { ...by, network: "", reference: "" },
      () => new Transaction(db).audit({ act: i % 2 === 0 ? "even" : "odd", subjects }).commit(),
    );
    clock.advance({ minutes: 1 });
    if (i === 700) await testAppender(db).append();
  }
  await testAppender(db).append();
  return { db, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() };
}

/** All pages of a question. */
async function all(db: Database, asked: Partial<EntryQuestion>, most = 50): Promise<number[]> {
  const finder = new EntryFinder({ db });
  const found: number[] = [];
  let below: number | null = Infinity;
  for (let pages = 0; below !== null; pages++) {
    assert(pages < 1_300, "it goes on for ever");
    const page = await finder.find({ ...ANY, ...asked }, below, most);
    found.push(...page.entries.map(({ index }) => index));
    below = page.next;
  }
  return found;
}

/** An entry has to have each of some words. */
const having = (...words: Word[]) => ({ words: words.map((word) => [word]) });

const INDEXES = Array.from({ length: COUNT }, (_, i) => COUNT - 1 - i);

Deno.test("entries are found by who, what, subject and time, the newest first, over any number of pages", async () => {
  await using test = await lived();
  const { db } = test;
  assert.deepEqual(await all(db, {}), INDEXES);
  const who = { kind: "who", word: "person/P3" } as const;
  assert.deepEqual(await all(db, having(who)), INDEXES.filter((i) => i % 5 === 3));
  const odd = { kind: "what", word: "odd" } as const;
  assert.deepEqual(await all(db, having(odd)), INDEXES.filter((i) => i % 2 === 1));
  assert.deepEqual(await all(db, having(odd, who), 7), INDEXES.filter((i) => i % 10 === 3));
  const subject = (word: string) => ({ kind: "subject", word }) as const;
  assert.deepEqual(await all(db, having(subject("mark-700"))), [700]);
  assert.deepEqual(await all(db, having(subject("mark-0"), who)), []);
  assert.deepEqual(await all(db, having(subject("nobody"))), []);
  const either = { words: [[subject("mark-700"), subject("mark-300")]] };
  assert.deepEqual(await all(db, either, 1), [700, 300]);
  assert.deepEqual(await all(db, having(subject("crowd-89"))), [333], "beyond those it names");
});

Deno.test("a time is found without reading what lies outside it, to the minute", async () => {
  await using test = await lived();
  const time = { from: "2026-11-23T10:00:00Z", before: "2026-11-23T11:01:00Z" };
  const within = INDEXES.filter((i) => i >= 600 && i <= 660);
  assert.deepEqual(await all(test.db, time), within);
  assert.deepEqual(await all(test.db, time, 7), within);
  const odd = having({ kind: "what", word: "odd" });
  assert.deepEqual(await all(test.db, { ...time, ...odd }, 7), within.filter((i) => i % 2 === 1));
  assert.deepEqual(await all(test.db, { ...time, from: "2027-01-01T00:00:00Z" }), []);
});

Deno.test("a log whose blocks have no index is looked through", async () => {
  await using test = await lived();
  const { db } = test;
  for (let block = 0; block < 5; block++) await db.write.delete(auditKeys.words(block));
  assert.deepEqual(await all(db, having({ kind: "subject", word: "mark-700" })), [700]);
  assert.deepEqual(await all(db, having({ kind: "subject", word: "crowd-70" })), [333]);
  // Whoever goes on with the log makes the index of the unfinished block anew.
  await new Transaction(db).audit({ act: "late", subjects: ["late"] }).commit();
  await testAppender(db).append();
  assert.notEqual((await db.read.get(auditKeys.words(4))).value, null);
  assert.deepEqual(await all(db, having({ kind: "subject", word: "mark-1100" })), [1_100]);
});

Deno.test("an empty log has nothing and ends", async () => {
  await using test = await memoryDatabase();
  assert.deepEqual(await all(test.db, having({ kind: "who", word: "x" })), []);
  assert.deepEqual(await all(test.db, {}), []);
});
