import assert from "node:assert/strict";
import { backfill, BACKFILL_ROWS, backfillRounds, isBackfilled } from "../../lib/kv/backfill.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";
import {
  addWord,
  byWord,
  noteKeys,
  wordsAndTruth,
  writeNote,
  writeOldNotes,
} from "../support/noted-words.ts";
import { TextLineStream } from "../support/text-lines.ts";

const KILLS = 4;
/** So many that no life gets to the end while its signal is on the way. */
const NOTES_TO_BE_KILLED_OVER = 8_000;
const ids = (count: number) =>
  Array.from({ length: count }, (_, i) => `n${String(i).padStart(4, "0")}`);

async function walk(db: Database, one = byWord): Promise<string[]> {
  const steps: string[] = [];
  while (steps.at(-1) !== "done") steps.push(await one.step(db));
  return steps;
}

Deno.test("a walk covers every row once, so many a commit, and says when it is done", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  await writeOldNotes(db, ids(2 * BACKFILL_ROWS + 1));
  assert.equal(await isBackfilled(db, byWord.name), false);
  const asked: string[] = [];
  const told = backfill(byWord.name, noteKeys.note.prefix, (tx, note) => {
    asked.push(note.id);
    addWord(tx, note);
  });
  assert.deepEqual(await walk(db, told), ["more", "more", "done"]);
  assert.deepEqual(asked, ids(2 * BACKFILL_ROWS + 1));
  const [index, truth] = await wordsAndTruth(db);
  assert.deepEqual(index, truth);
  assert.equal(await isBackfilled(db, byWord.name), true);
});

for (const count of [0, 1, BACKFILL_ROWS]) {
  Deno.test(`a walk over ${count} rows ends`, async () => {
    await using test = await memoryDatabase();
    await writeOldNotes(test.db, ids(count));
    await walk(test.db);
    const [index, truth] = await wordsAndTruth(test.db);
    assert.deepEqual(index, truth);
    assert.equal(index.length, count);
  });
}

Deno.test("a walk that is done asks for no row again", async () => {
  await using test = await memoryDatabase();
  await writeOldNotes(test.db, ids(3));
  await walk(test.db);
  const again = backfill(byWord.name, noteKeys.note.prefix, () => assert.fail("asked again"));
  assert.equal(await again.step(test.db), "done");
});

Deno.test("a row that changes between being read and the commit is read again: no stale entry stays", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  await writeOldNotes(db, ids(3));
  let change: Promise<unknown> | null = null;
  const overtaken = backfill(byWord.name, noteKeys.note.prefix, (tx, note) => {
    addWord(tx, note);
    // Sent before the walk's own commit.
    if (note.id === "n0001") change ??= writeNote(db, { id: note.id, word: "new" }, "old");
  });
  assert.deepEqual(await walk(db, overtaken), ["again", "done"]);
  await change;
  const [index, truth] = await wordsAndTruth(db);
  assert.deepEqual(truth, ["new n0001", "old n0000", "old n0002"]);
  assert.deepEqual(index, truth);
});

Deno.test("notes that are written, changed and deleted during the walk end up in the index as they are", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  await writeOldNotes(db, ids(4 * BACKFILL_ROWS));
  const live = [
    () => writeNote(db, { id: "n0000", word: "behind" }, "old"),
    () => writeNote(db, { id: "n0000a", word: "new, behind" }),
    () => writeNote(db, { id: "n0100", word: "ahead" }, "old"),
    () => writeNote(db, { id: "z", word: "new, ahead" }),
    () => db.write.delete(noteKeys.note("n0110")),
  ];
  for (let state = ""; state !== "done";) {
    state = await byWord.step(db);
    await live.shift()?.();
    await live.shift()?.();
  }
  assert.equal(live.length, 0);
  const [index, truth] = await wordsAndTruth(db);
  assert.deepEqual(index, truth);
});

Deno.test("two walkers do each commit once: the other one loses it and goes on from there", async () => {
  await using test = await memoryDatabase();
  const { db } = test;
  await writeOldNotes(db, ids(5 * BACKFILL_ROWS));
  const steps = await Promise.all([walk(db), walk(db)]);
  assert.equal(steps.flat().filter((step) => step === "more").length, 5);
  assert(steps.flat().includes("again"));
  const [index, truth] = await wordsAndTruth(db);
  assert.deepEqual(index, truth);
});

Deno.test("a walk whose process is killed again and again goes on and misses nothing", async () => {
  await using folder = await tempFolder();
  const location = `${folder.path}/kv.sqlite`;
  await over(location, (db) => writeOldNotes(db, ids(NOTES_TO_BE_KILLED_OVER)));
  const reached: number[] = [];
  for (let life = 0; life < KILLS; life++) {
    await liveAndDie(location, 2);
    await over(location, async (db) => {
      const [index] = await wordsAndTruth(db);
      reached.push(index.length);
      assert.equal(await isBackfilled(db, byWord.name), false);
      await writeNote(db, { id: `n${life}`, word: "live" });
    });
  }
  assert.deepEqual(reached, reached.toSorted((a, b) => a - b));
  await over(location, async (db) => {
    await walk(db);
    const [index, truth] = await wordsAndTruth(db);
    assert.deepEqual(index, truth);
  });
});

Deno.test("rounds take a bounded number of commits, and none once the walk is done", async () => {
  let steps = 0;
  const { db } = { db: {} as Database };
  const endless = backfillRounds(db, {
    name: "endless",
    step: () => Promise.resolve(++steps > 13 ? "done" : steps % 2 ? "again" : "more"),
  });
  let wakes = 0;
  endless.wake?.(() => void wakes++);
  await endless.round();
  assert.equal(steps, 10);
  assert.equal(wakes, 1, "the next round begins at once");
  await endless.round();
  await endless.round();
  assert.equal(steps, 14);
  assert.equal(wakes, 1, "nobody is woken for a walk that is done");
});

async function over(location: string, work: (db: Database) => Promise<unknown>): Promise<void> {
  const db = await openDatabase(location);
  try {
    await work(db);
  } finally {
    db.close();
  }
}

/** Lets a process walk until it has said so many steps, then kills it. */
async function liveAndDie(location: string, limit: number): Promise<void> {
  const script = new URL("../support/backfill-load.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, location],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let said = 0;
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  for await (const _ of lines) if (++said === limit) child.kill("SIGKILL");
  const { signal } = await child.status;
  assert.equal(signal, "SIGKILL", "the process ended by itself");
}
