// The database's own background work: old commits are dropped, and behind a server others' commits are heard of.
import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { feedKind } from "../../lib/kv/feed-row.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { readIfReadable } from "../../lib/kv/read.ts";
import { kvWork } from "../../lib/kv/work.ts";
import { memoryDatabase } from "../support/databases.ts";
import { keptLog } from "../support/kept-log.ts";

const noted = feedKind("noted");
const NOW = "2026-11-23T05:00:00Z";

function rounds(db: Database, now = NOW) {
  const clock = manualClock(now);
  return kvWork({ db, feed: new Feed(db), clock, log: keptLog(clock).log }).rounds ?? [];
}

Deno.test("every database prunes its feed each minute; only one behind a server looks for others each second", async () => {
  await using test = await memoryDatabase();
  const named = (kind: Database["kind"]) =>
    rounds({ ...test.db, kind }).map(({ name, everyMs }) => [name, everyMs]);
  const prune = ["pruning the feed", 60_000];
  const tell = ["telling of rows nobody can read", 1_000];
  assert.deepEqual(named("memory"), [prune, tell]);
  assert.deepEqual(named("file"), [prune, ["looking at the database file", 1_000], tell]);
  assert.deepEqual(named("remote"), [prune, ["looking at the feed", 1_000], tell]);
});

Deno.test("the round that prunes deletes what is older than two days by the clock", async () => {
  await using test = await memoryDatabase();
  await new Transaction(test.db).append(noted, { at: NOW }).commit();
  const commits = async () => (await new Feed(test.db).since("", 10)).commits.length;
  await rounds(test.db, "2026-11-25T05:00:00Z")[0]?.round();
  assert.equal(await commits(), 1);
  await rounds(test.db, "2026-11-25T05:00:01Z")[0]?.round();
  assert.equal(await commits(), 0);
});

Deno.test("the round that looks for others rings once a new commit, and reads nothing while nobody listens", async () => {
  await using test = await memoryDatabase();
  let lists = 0;
  const read = new Proxy(test.db.read, {
    get: (kv, name) => {
      if (name === "list") lists++;
      return Reflect.get(kv, name, kv).bind(kv);
    },
  });
  const db: Database = { ...test.db, read, kind: "remote" };
  const [, look] = rounds(db);
  assert(look);
  await look.round();
  assert.equal(lists, 0);
  let rings = 0;
  const stop = db.bell.listen(() => rings++);
  await look.round();
  const atFirst = rings;
  await look.round();
  assert.equal(rings, atFirst);
  // Another process commits: its bell is not ours.
  const elsewhere = { write: test.db.write, bell: { ...test.db.bell, ring: () => {} } };
  await new Transaction(elsewhere as Database).append(noted, { at: NOW }).commit();
  assert.equal(rings, atFirst);
  await look.round();
  await look.round();
  assert.equal(rings, atFirst + 1);
  stop();
});

Deno.test("the round that looks at the file says once that bookings are refused, and once that they are taken again", async () => {
  await using test = await memoryDatabase();
  const { log, records } = keptLog(manualClock(NOW));
  let trouble: string | null = null;
  const db: Database = { ...test.db, kind: "file", trouble: () => trouble };
  const [, look] = kvWork({ db, feed: new Feed(db), clock: manualClock(NOW), log }).rounds ?? [];
  const told = () => records.map(({ level, event }) => [level, event]);
  await look?.round();
  assert.deepEqual(told(), []);
  trouble = "The file is gone";
  await look?.round();
  await look?.round();
  assert.deepEqual(told(), [["error", "no bookings are taken"]]);
  assert.match(records[0]?.stack ?? "", /The file is gone/);
  trouble = null;
  await look?.round();
  await look?.round();
  assert.deepEqual(told().at(-1), ["warn", "bookings are taken again"]);
  assert.equal(records.length, 2);
});

Deno.test("one round prunes a busy day of old commits, and no more of them than leave bookings their turn", async () => {
  await using test = await memoryDatabase();
  let calls = 0;
  const feed = new Feed(test.db);
  const [prune] = kvWork({
    db: test.db,
    feed: Object.assign(feed, { prune: () => Promise.resolve(++calls === 3) }),
    clock: manualClock(NOW),
    log: keptLog(manualClock(NOW)).log,
  }).rounds ?? [];
  await prune?.round();
  assert.equal(calls, 3, "until none are left");
  await prune?.round();
  assert.equal(calls, 43);
  assert.equal(prune?.isByTheClock, true);
});

Deno.test("a row that nobody can read is told of once, by its family and its key, but never by a secret key", async () => {
  await using test = await memoryDatabase();
  const { log, records } = keptLog(manualClock(NOW));
  const deps = { db: test.db, feed: new Feed(test.db), clock: manualClock(NOW), log };
  const tell = (kvWork(deps).rounds ?? []).at(-1);
  const day = kvKeys.counter("odd", "2026-11-23");
  const session = accountKeys.session("secret");
  for (const key of [day, session]) await test.db.write.set(key, null);
  for (let times = 0; times < 2; times++) {
    await readIfReadable<unknown>(test.db.read, day);
    await readIfReadable<unknown>(test.db.read, session);
    await tell?.round();
  }
  assert.deepEqual(
    records.map(({ level, event, code, id, count }) => [level, event, code, id, count]),
    [
      ["error", "a row cannot be read", "counter", "odd 2026-11-23", 1],
      ["error", "a row cannot be read", "session", undefined, 2],
    ],
  );
});
