// A reader of the feed sees every commit exactly once, whoever else reads and whenever it is ended.
import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { Feed, type FeedCommit } from "../../lib/kv/feed.ts";
import { type FeedReader, readFeed } from "../../lib/kv/feed-reader.ts";
import { bodiesOf, type FeedBody, feedKind } from "../../lib/kv/feed-row.ts";
import { FEED_KEPT_MS, kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

interface Note extends FeedBody {
  text: string;
}

const noted = feedKind<Note>("noted");
const NOW = "2026-11-23T05:00:00Z";
const SEEN = kvKeys.about("seen");

async function note(db: Database, text: string): Promise<void> {
  assert(await new Transaction(db).append(noted, { at: NOW, text }).commit());
}

/** A reader that writes down what it saw, in the commit that moves its cursor. */
function noter(db: Database, onEffect: () => Promise<void> = () => Promise.resolve()) {
  const rebuilt: string[] = [];
  const reader: FeedReader = {
    name: "noter",
    async effect(tx: Transaction, commits: readonly FeedCommit[]) {
      const { value } = await readEntry(db.write, SEEN);
      const texts = commits.flatMap((commit) => bodiesOf(noted, commit).map(({ text }) => text));
      await onEffect();
      tx.set(SEEN, (value ?? "") + texts.join(""));
    },
    rebuild(cursor) {
      rebuilt.push(cursor);
      return Promise.resolve();
    },
  };
  return { reader, rebuilt };
}

async function seen(db: Database): Promise<string> {
  return (await readEntry(db.read, SEEN)).value ?? "";
}

function deps(db: Database) {
  const behind: string[] = [];
  const clock = manualClock(NOW);
  return { db, feed: new Feed(db), clock, onBehind: (name: string) => behind.push(name), behind };
}

Deno.test("a reader makes its rows once at the start and then sees each commit once, in order", async () => {
  await using test = await memoryDatabase();
  const { reader, rebuilt } = noter(test.db);
  const around = deps(test.db);
  await note(test.db, "x");
  assert.equal(await readFeed(around, reader), true);
  assert.equal(rebuilt.length, 1);
  for (const text of ["a", "b", "c"]) await note(test.db, text);
  assert.equal(await readFeed(around, reader), true);
  assert.equal(await readFeed(around, reader), true);
  assert.equal(await seen(test.db), "abc");
  assert.deepEqual([rebuilt.length, around.behind], [1, []]);
});

Deno.test("calls at the same moment in one process share one reading of the feed", async () => {
  await using test = await memoryDatabase();
  let effects = 0;
  const { reader } = noter(test.db, () => Promise.resolve(void effects++));
  const around = deps(test.db);
  await readFeed(around, reader);
  await note(test.db, "a");
  const calls = Array.from({ length: 5 }, () => readFeed(around, reader));
  assert.equal(new Set(calls).size, 1);
  assert.deepEqual(await Promise.all(calls), [true, true, true, true, true]);
  assert.equal(effects, 1);
  await note(test.db, "b");
  await readFeed(around, reader);
  assert.equal(await seen(test.db), "ab");
});

Deno.test("a rival that moved the reader first leaves nothing of the later effect", async () => {
  await using test = await memoryDatabase();
  const around = deps(test.db);
  const rival = { ...test.db };
  const { reader: theirs } = noter(rival);
  let overtaken = false;
  const { reader: ours } = noter(test.db, async () => {
    if (overtaken) return;
    overtaken = true;
    await readFeed({ ...around, db: rival }, theirs);
  });
  await readFeed(around, ours);
  await note(test.db, "a");
  assert.equal(await readFeed(around, ours), false);
  assert.equal(await seen(test.db), "a");
  assert.equal(await readFeed(around, ours), true);
  assert.equal(await seen(test.db), "a");
});

Deno.test("an effect that throws leaves the cursor where it was: the next reading sees the same commits", async () => {
  await using test = await memoryDatabase();
  const around = deps(test.db);
  let broken = true;
  const { reader } = noter(
    test.db,
    () => broken ? Promise.reject(new Error("no")) : Promise.resolve(),
  );
  await readFeed(around, reader);
  await note(test.db, "a");
  await assert.rejects(readFeed(around, reader), { message: "no" });
  broken = false;
  assert.equal(await readFeed(around, reader), true);
  assert.equal(await seen(test.db), "a");
});

Deno.test("a reader that missed commits which are gone says so once and makes its rows anew", async () => {
  await using test = await memoryDatabase();
  const around = deps(test.db);
  const { reader, rebuilt } = noter(test.db);
  await readFeed(around, reader);
  await note(test.db, "a");
  const later = Temporal.Instant.from(NOW).add({ milliseconds: FEED_KEPT_MS + 1 });
  await around.feed.prune(later);
  await note(test.db, "b");
  assert.equal(await readFeed(around, reader), true);
  assert.deepEqual([rebuilt.length, around.behind], [2, ["noter"]]);
});

Deno.test("behind a server a rebuild that another process began is left alone for five minutes, on a file it is taken up", async () => {
  await using test = await memoryDatabase();
  const leasedUntil = "2026-11-23T05:05:00Z";
  const begun = () =>
    new Transaction(test.db).set(kvKeys.feedReader("noter"), { cursor: null, leasedUntil })
      .commit();
  for (const kind of ["remote", "file"] as const) {
    await begun();
    const db: Database = { ...test.db, kind };
    const { reader, rebuilt } = noter(db);
    const around = deps(db);
    assert.equal(await readFeed(around, reader), true);
    assert.equal(rebuilt.length, kind === "remote" ? 0 : 1, kind);
    if (kind === "file") continue;
    around.clock.set("2026-11-23T05:04:59.999Z");
    await readFeed(around, reader);
    assert.equal(rebuilt.length, 0);
    around.clock.set(leasedUntil);
    await readFeed(around, reader);
    assert.equal(rebuilt.length, 1);
  }
});

Deno.test("while a reader makes its rows anew its row says so, until five minutes from the beginning", async () => {
  await using test = await memoryDatabase();
  const rows: unknown[] = [];
  const row = async () => (await readEntry(test.db.write, kvKeys.feedReader("noter"))).value;
  const reader: FeedReader = {
    ...noter(test.db).reader,
    async rebuild(cursor, write) {
      rows.push(await row());
      await write((tx) => void tx.set(SEEN, "anew"));
      rows.push(cursor);
    },
  };
  await readFeed(deps(test.db), reader);
  assert.deepEqual(rows[0], { cursor: null, leasedUntil: "2026-11-23T05:05:00Z" });
  assert.deepEqual(await row(), { cursor: rows[1] });
  assert.equal(await seen(test.db), "anew");
});
