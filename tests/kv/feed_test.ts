import assert from "node:assert/strict";
import { Feed, type FeedCommit } from "../../lib/kv/feed.ts";
import { bodiesOf, type FeedBody, feedKind } from "../../lib/kv/feed-row.ts";
import { FEED_KEPT_MS, kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { MAX_MUTATIONS, Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase } from "../support/databases.ts";

interface Note extends FeedBody {
  text: string;
}

const noted = feedKind<Note>("noted");
const NOW = Temporal.Instant.from("2026-11-23T05:00:00Z");

async function note(db: Database, text: string, at = NOW): Promise<string> {
  const cursor = await new Transaction(db).append(noted, { at: at.toString(), text }).commit();
  assert(cursor);
  return cursor;
}

const textsOf = (commits: readonly FeedCommit[]) =>
  commits.flatMap((commit) => bodiesOf(noted, commit).map(({ text }) => text));

Deno.test("since() gives a reader every commit once, in their order, however small its pages", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  const written = await Promise.all(Array.from({ length: 12 }, (_, i) => note(test.db, String(i))));
  const whole = await feed.since("", 100);
  assert.equal(whole.complete, true);
  assert.deepEqual(whole.commits.map(({ cursor }) => cursor), written.toSorted());
  const read: FeedCommit[] = [];
  for (let more = true; more;) {
    const page = await feed.since(read.at(-1)?.cursor ?? "", 5);
    read.push(...page.commits);
    more = !page.complete;
  }
  assert.deepEqual(read, whole.commits);
});

Deno.test("a page that is exactly full is complete; one that is one short says so", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  for (const text of ["a", "b"]) await note(test.db, text);
  assert.equal((await feed.since("", 2)).complete, true);
  assert.equal((await feed.since("", 1)).complete, false);
});

Deno.test("head() is the point from which nothing is missed and nothing comes twice", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  assert.equal(await feed.head(), "");
  await note(test.db, "a");
  const cursor = await feed.head();
  assert.deepEqual(await feed.since(cursor, 10), { commits: [], complete: true });
  await note(test.db, "b");
  assert.deepEqual(textsOf((await feed.since(cursor, 10)).commits), ["b"]);
});

Deno.test("the feed is kept for forty-eight hours", async () => {
  assert.equal(FEED_KEPT_MS, 172_800_000);
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  await note(test.db, "a");
  await feed.prune(Temporal.Instant.from("2026-11-25T05:00:00Z"));
  assert.deepEqual(textsOf((await feed.since("", 10)).commits), ["a"]);
  await feed.prune(Temporal.Instant.from("2026-11-25T05:00:00.001Z"));
  assert.deepEqual((await feed.since("", 10)).commits, []);
});

Deno.test("prune() deletes what is older than two days and keeps the rest", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  await note(test.db, "old");
  assert.equal(await feed.prune(NOW.add({ milliseconds: FEED_KEPT_MS })), true);
  assert.deepEqual(textsOf((await feed.since("", 10)).commits), ["old"]);
  await note(test.db, "young", NOW.add({ milliseconds: 1 }));
  assert.equal(await feed.prune(NOW.add({ milliseconds: FEED_KEPT_MS + 1 })), true);
  assert.deepEqual(textsOf((await feed.since("", 10)).commits), ["young"]);
});

Deno.test("prune() takes a bounded number at a call, whatever readers have not read yet", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  for (let i = 0; i < MAX_MUTATIONS + 10; i++) await note(test.db, String(i));
  const later = NOW.add({ milliseconds: FEED_KEPT_MS + 1 });
  assert.equal(await feed.prune(later), false);
  assert.equal((await feed.since("", 1_000)).commits.length, 11);
  assert.equal(await feed.prune(later), true);
  assert.deepEqual(await feed.since("", 10), { commits: [], complete: true });
});

Deno.test("a reader may go on where nothing is missing: at the pruned end, at the head, in between", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  assert.equal(await feed.canResume(""), true);
  const first = await note(test.db, "a");
  const second = await note(test.db, "b");
  const third = await note(test.db, "c", NOW.add({ hours: 1 }));
  assert.equal(await feed.prune(NOW.add({ milliseconds: FEED_KEPT_MS + 1 })), true);
  for (const cursor of ["", first, "no cursor", "f".repeat(20), third + "0"]) {
    assert.equal(await feed.canResume(cursor), false, cursor);
  }
  for (const cursor of [second, third]) assert.equal(await feed.canResume(cursor), true, cursor);
});

Deno.test("an idle feed that was pruned to its end keeps its head: who stands there missed nothing", async () => {
  await using test = await memoryDatabase();
  const feed = new Feed(test.db);
  const last = await note(test.db, "a");
  await feed.prune(NOW.add({ milliseconds: FEED_KEPT_MS + 1 }));
  assert.equal(await feed.head(), last);
  assert.equal(await feed.canResume(last), true);
  await note(test.db, "b");
  assert.deepEqual(textsOf((await feed.since(last, 10)).commits), ["b"]);
});

Deno.test("bodiesOf() gives the bodies of its kind alone, those of an earlier release brought up to date", async () => {
  await using test = await memoryDatabase();
  const other = feedKind("other");
  await new Transaction(test.db).append(other, { at: NOW.toString() })
    .append(noted, { at: NOW.toString(), text: "a" }).commit();
  const { commits: [commit] } = await new Feed(test.db).since("", 1);
  assert(commit);
  assert.deepEqual(bodiesOf(noted, commit), [{ at: NOW.toString(), text: "a" }]);
  const louder = feedKind<Note>("noted", (body) => ({ text: "", ...body, at: "later" }));
  assert.deepEqual(bodiesOf(louder, commit), [{ at: "later", text: "a" }]);
});

Deno.test("a listener that leaves while the bell rings disturbs no other", async () => {
  await using test = await memoryDatabase();
  const { bell } = test.db;
  const heard: string[] = [];
  const stop = bell.listen(() => {
    heard.push("first");
    stop();
  });
  bell.listen(() => heard.push("second"));
  bell.ring();
  bell.ring();
  assert.deepEqual(heard, ["first", "second", "second"]);
  assert.equal(bell.listenerCount, 1);
  assert.equal((await test.db.read.get(kvKeys.feedPruned())).value, null);
});
