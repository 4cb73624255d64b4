import assert from "node:assert/strict";
import type { Intent } from "../../lib/audit/intent.ts";
import { intentShape, MAX_ROWS, MAX_SUBJECTS } from "../../lib/audit/intent.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { rowHash, rowName } from "../../lib/audit/row-hash.ts";
import { UNAUDITED } from "../../lib/audit/unaudited.ts";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { actAs } from "../../lib/kernel/acting.ts";
import { family } from "../../lib/kv/family.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry, readList } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { auditedDatabase, testIntents } from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";

const kept = { until: "erased" } as const;
const note = family<[id: string], { text: string }>("note", {
  ...{ privacy: "C2", subject: "person", kept },
});
/** A family of the machinery, see `UNAUDITED`. */
const work = family<[id: string], string>("job", { privacy: "C1", subject: "nobody", kept });

async function intentsOf(db: Database): Promise<Intent[]> {
  const rows = await readList(db.read, { prefix: auditKeys.intent.prefix }, 1_000);
  return rows.map(({ value }) => value);
}

Deno.test("a commit says who made it, by which command, from where, and what each row was and is", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const acting = {
    who: { kind: "person", id: "P1" } as const,
    ...{ command: "POST /notes", network: "83.252.x.x", reference: "7F3K-22QD" },
  };
  const first = await actAs(
    acting,
    () => new Transaction(db).check(note("a"), null).set(note("a"), { text: "one" }).commit(),
  );
  const [intent] = await intentsOf(db);
  assert.deepEqual(intent, {
    ...{ kind: "change", at: "2026-11-23T05:00:00Z", who: "person/P1", what: "POST /notes" },
    ...{ from: "83.252.x.x", ref: "7F3K-22QD", subjects: [] },
    rows: [{ row: "note/a", was: null, is: rowHash({ text: "one" }) }],
  });
  const { key } = (await readList(db.read, { prefix: auditKeys.intent.prefix }, 1))[0] ?? {};
  assert.equal(key?.at(-1), first);
});

Deno.test("what a row was is its hash where this process wrote it, else the commit that did, checked or not", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const other = auditedDatabase(test.db);
  await new Transaction(db).check(note("a"), null).set(note("a"), { text: "one" }).commit();
  const { versionstamp } = await readEntry(db.read, note("a"));
  const change = (by: Database, text: string, was: string | null) =>
    new Transaction(by).check(note("a"), was).set(note("a"), { text }).commit();
  const second = await change(db, "two", versionstamp);
  const third = await change(other, "three", second);
  const fourth = await change(db, "four", third);
  assert(fourth !== null);
  await new Transaction(db).delete(note("a")).commit();
  // Nothing was there: deleting it changes nothing, and says so.
  await new Transaction(db).delete(note("a")).commit();
  const rows = (await intentsOf(db)).map(({ rows }) => [rows[0]?.was, rows[0]?.is]);
  assert.deepEqual(rows, [
    [null, rowHash({ text: "one" })],
    [rowHash({ text: "one" }), rowHash({ text: "two" })],
    [`@${second}`, rowHash({ text: "three" })],
    [`@${third}`, rowHash({ text: "four" })],
    [rowHash({ text: "four" }), null],
    [null, null],
  ]);
});

Deno.test("a commit of the machinery alone says nothing, and one that lost its race leaves nothing", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  await new Transaction(db).set(work("1"), "x").commit();
  const lost = new Transaction(db).check(note("a"), "00000000000000000001").set(note("a"), {
    text: "x",
  });
  assert.equal(await lost.commit(), null);
  assert.deepEqual(await intentsOf(db), []);
});

Deno.test("a use case adds its word, the reason and whose data it is; the reason is only ever sealed", async () => {
  await using test = await memoryDatabase();
  const sealed: string[] = [];
  const intents = testIntents({
    subjectsOf: () => Promise.resolve(["mark-of-the-row"]),
    sealWhy(key, why) {
      sealed.push(`${key}: ${why}`);
      return Promise.resolve("sealed");
    },
  });
  const db = auditedDatabase(test.db, intents);
  await new Transaction(db).set(note("a"), { text: "x" })
    .audit({ act: "cancel", why: "Maja called", subjects: ["mark"] }).commit();
  const [intent] = await intentsOf(db);
  assert.equal(intent?.act, "cancel");
  assert.deepEqual(intent.subjects, ["mark", "mark-of-the-row"]);
  assert.equal(intent.why, "sealed");
  assert.deepEqual(sealed, ["mark: Maja called"]);
  assert.doesNotMatch(JSON.stringify(intent), /Maja/);
});

Deno.test("an intent is bounded however much a commit changes, and what it does not name it hashes", async () => {
  await using test = await memoryDatabase();
  const tx = new Transaction(test.db);
  const many = Array.from({ length: 400 }, (_, i) => `mark-${i}`);
  const intents = testIntents({ subjectsOf: () => Promise.resolve(many) });
  const changes = many.map((id) => ({ key: ["note", id], row: { id }, was: null }));
  const row = (await intents.intentOf(changes, [], tx))?.row;
  assert(intentShape(row));
  const { rows, subjects, further } = row as Intent;
  assert.equal(rows.length, MAX_ROWS);
  assert.match(rows.at(-1)?.row ?? "", /^301 more$/);
  assert.equal(subjects.length, MAX_SUBJECTS);
  assert.equal(further?.count, 350);
  const [first, ...rest] = changes;
  assert(first !== undefined);
  const other = (await intents.intentOf([first, ...rest.toReversed()], [], tx))?.row as Intent;
  assert.notEqual(other.rows.at(-1)?.is, rows.at(-1)?.is);
});

Deno.test("the name of a row shows ids and words, and hashes what could be a secret or a mark", () => {
  const ulid = "01KAQ0000000000000000000ZZ";
  assert.equal(rowName(["bookingEvent", ulid, 3]), `bookingEvent/${ulid}/3`);
  assert.equal(rowName(["tariff", "2025-01-01", "2025-01-01.7"]), "tariff/2025-01-01/2025-01-01.7");
  const token = "A".repeat(43);
  assert.match(rowName(["session", token]), /^session\/~[\w-]{16}$/);
  assert.match(rowName(["note", "Maja Öberg"]), /^note\/~/);
});

Deno.test("rowHash() tells any two rows apart, bytes and large numbers too, and knows a row that was read again", () => {
  const rows = [{ a: 1 }, { a: 2 }, { a: "1" }, [1], 1, null, { a: new Uint8Array([1]) }, {
    a: new Uint8Array([2]),
  }, { a: 1n }];
  assert.equal(new Set(rows.map(rowHash)).size, rows.length);
  assert.equal(rowHash({ a: 1, b: undefined }), rowHash(structuredClone({ a: 1 })));
});

Deno.test("every family is audited but those that say why not, and each of those is one", () => {
  const names = new Set(KEY_FAMILIES.map(({ name }) => name));
  assert.deepEqual(Object.keys(UNAUDITED).filter((name) => !names.has(name)), []);
  const personal = KEY_FAMILIES.filter(({ name, privacy }) =>
    name in UNAUDITED && UNAUDITED[name] === "count" && privacy > "C2"
  );
  assert.deepEqual(personal.map(({ name }) => name), [], "sensitive rows are no counts");
});
