import assert from "node:assert/strict";
import { Appender, CHECKPOINT_EVERY_MS } from "../../lib/audit/appender.ts";
import { treeOf } from "../../lib/audit/log-state.ts";
import { openCheckpoint } from "../../lib/audit/checkpoint.ts";
import { parseEntry } from "../../lib/audit/entry.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import {
  Frontier,
  type Hash,
  inclusionProof,
  isIncluded,
  leafHash,
} from "../../lib/audit/merkle.ts";
import { noteVerifier } from "../../lib/audit/signed-note.ts";
import { subtreesFrom } from "../../lib/audit/tiles.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import type { Database } from "../../lib/kv/open.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { readEntry } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import {
  auditedDatabase,
  commitActs,
  storedEntries,
  TEST_SIGNER,
  testAppender,
} from "../support/audit-log.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";

async function headOf(db: Database) {
  const { value } = await readEntry(db.read, auditKeys.head());
  assert(value !== null);
  return value;
}

/** The root as it follows from the stored texts alone. */
function rootOf(texts: readonly string[]): Hash {
  const tree = new Frontier();
  for (const text of texts) tree.append(leafHash(text));
  return tree.root();
}

Deno.test("intents become entries in the order of their commits, and are gone with that", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  await commitActs(db, 300);
  assert.equal(await testAppender(db).append(), 300);
  const texts = await storedEntries(db);
  const entries = texts.map((text) => parseEntry(text));
  assert.deepEqual(
    entries.map((entry) => entry?.act),
    [...Array(300).keys()].map((i) => `act-${i}`),
  );
  assert.deepEqual(entries.map((entry) => entry?.index), [...Array(300).keys()]);
  const commits = entries.map((entry) => entry?.commit ?? "");
  assert.deepEqual(commits.toSorted(), commits);
  assert.deepEqual(await Array.fromAsync(db.read.list({ prefix: ["auditIntent"] })), []);
  assert.deepEqual(treeOf(await headOf(db)).root(), rootOf(texts));
});

Deno.test("a process that begins anew at any size goes on with the same tree", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  for (let size = 0; size < 520; size += 13) {
    await commitActs(db, 13, size);
    // Half of them go on with what they kept, half read it.
    await testAppender(db).append();
  }
  const texts = await storedEntries(db);
  assert.equal(texts.length, 520);
  assert.deepEqual(treeOf(await headOf(db)).root(), rootOf(texts));
});

Deno.test("every entry is proved by a handful of rows", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  await commitActs(db, 600);
  await testAppender(db).append();
  const texts = await storedEntries(db);
  const root = rootOf(texts);
  for (const index of [0, 1, 255, 256, 257, 511, 512, 598, 599]) {
    let asked = 0;
    const read = subtreesFrom(async ({ height, index }) => {
      asked++;
      return (await readEntry(db.read, auditKeys.tile(height, index))).value ?? new Uint8Array();
    });
    const proof = await inclusionProof(index, 600, read);
    const leaf = leafHash(texts[index] ?? "");
    assert(isIncluded({ index, size: 600, leaf, root, proof }), `${index}`);
    assert(asked <= 4, `${asked} rows`);
  }
});

Deno.test("two appenders on one file that race without agreeing never fork the log, and lose nothing", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/db`;
  const [one, other] = [await openDatabase(path), await openDatabase(path)];
  try {
    const writer = auditedDatabase(one);
    const appenders = [testAppender(one, "one"), testAppender(other, "other")];
    for (let round = 0; round < 20; round++) {
      await commitActs(writer, 25, round * 25);
      await Promise.all(appenders.map((appender) => appender.append()));
    }
    // Whoever lost the last race left it to the other.
    for (const appender of appenders) await appender.append();
    const texts = await storedEntries(one);
    const entries = texts.map((text) => parseEntry(text));
    assert.deepEqual(
      entries.map((entry) => entry?.act),
      [...Array(500).keys()].map((i) => `act-${i}`),
    );
    assert.deepEqual(treeOf(await headOf(one)).root(), rootOf(texts));
  } finally {
    one.close();
    other.close();
  }
});

Deno.test("behind a server one process appends at a time, and another goes on when its lease is over", async () => {
  await using test = await memoryDatabase();
  const db: Database = { ...auditedDatabase(test.db), kind: "remote" };
  const clock = manualClock("2026-11-23T05:00:00Z");
  const [one, other] = [testAppender(db, "one", clock), testAppender(db, "other", clock)];
  await commitActs(db, 3);
  assert.equal(await one.append(), 3);
  await commitActs(db, 3, 3);
  assert.equal(await other.append(), 0);
  assert.equal(await one.append(), 3);
  await commitActs(db, 3, 6);
  clock.advance({ seconds: 31 });
  assert.equal(await other.append(), 3);
  assert.equal((await storedEntries(db)).length, 9);
});

Deno.test("an intent that nobody can read becomes an entry that says so", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  await commitActs(db, 1);
  await db.write.set(["auditIntent", "00000000000000ffffff"], { kind: "change", at: 7 });
  assert.equal(await testAppender(db).append(), 2);
  const acts = (await storedEntries(db)).map((text) => parseEntry(text)?.what);
  assert.deepEqual(acts, ["unnamed", "an intent nobody can read"]);
  assert.deepEqual(await Array.fromAsync(db.read.list({ prefix: ["auditIntent"] })), []);
});

Deno.test("a checkpoint is signed when it is due and there is something new, and says the tree", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const clock = manualClock("2026-11-23T05:00:00Z");
  const appender = testAppender(db, "one", clock);
  assert(!await appender.sign());
  await commitActs(db, 5);
  await appender.append();
  assert(await appender.sign());
  assert(!await appender.sign(true), "nothing is new");
  await commitActs(db, 5, 5);
  await appender.append();
  assert(!await appender.sign(), "it is not due");
  clock.advance({ milliseconds: CHECKPOINT_EVERY_MS });
  assert(await appender.sign());
  const texts = await storedEntries(db);
  for (const size of [5, 10]) {
    const { value } = await readEntry(db.read, auditKeys.checkpoint(size));
    const checkpoint = openCheckpoint(value?.note ?? "", noteVerifier(TEST_SIGNER.verifierKey));
    assert.equal(checkpoint.size, size);
    assert.deepEqual(
      Uint8Array.from(checkpoint.root),
      Uint8Array.from(rootOf(texts.slice(0, size))),
    );
  }
});

Deno.test("each entry about security is told of once it stands, by its number, and no other is", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const told: string[] = [];
  const appender = new Appender({
    ...{ db, clock: manualClock("2026-11-23T05:00:00Z"), signer: TEST_SIGNER, processId: "one" },
    onSecurity: (index, { what }) => told.push(`${index} ${what}`),
  });
  await commitActs(db, 3);
  await new Transaction(db).audit({ kind: "security", what: "refused: not-allowed", count: 4 })
    .commit();
  await commitActs(db, 2, 3);
  await appender.append();
  await appender.append();
  assert.deepEqual(told, ["3 refused: not-allowed"]);
});
