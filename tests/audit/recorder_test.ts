import assert from "node:assert/strict";
import { furtherHash, furtherOf } from "../../lib/audit/further-subjects.ts";
import { AuditRecorder } from "../../lib/audit/recorder.ts";
import { SeenSubjects } from "../../lib/audit/seen-subjects.ts";
import type { Intent } from "../../lib/audit/intent.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { actAs } from "../../lib/kernel/acting.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";
import { auditedDatabase } from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";
import { keptLog } from "../support/kept-log.ts";

const markOf = ({ kind, at }: { kind: string; at: string }) =>
  Promise.resolve(`mark:${kind}/${at}`);
const operator = (id: string) => ({
  who: { kind: "person", id } as const,
  ...{ command: "GET /admin", network: "83.252.x.x", reference: "7F3K-22QD" },
});

async function intentsOf(db: Database): Promise<Intent[]> {
  const rows = await readList(db.read, { prefix: auditKeys.intent.prefix }, 20_000);
  return rows.map(({ value }) => value);
}

/** A database that takes nothing until it is told to. */
function doubtful(db: Database): { db: Database; mends(): void } {
  let isDown = true;
  const write: Deno.Kv = new Proxy(db.write, {
    get(kv, name) {
      if (name === "atomic" && isDown) {
        return () => {
          throw new GatewayError("kv", "The disk is full", true);
        };
      }
      const value = Reflect.get(kv, name);
      return typeof value === "function" ? value.bind(kv) : value;
    },
  });
  return { db: { ...db, write }, mends: () => void (isDown = false) };
}

Deno.test("a view is one entry with whose data it showed, by whom, and how many rows", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const audit = new AuditRecorder({ db, log: keptLog().log, markOf });
  const seen = new SeenSubjects();
  for (const row of ["booking/1", "booking/2", "bookingByDay/1"]) {
    seen.add({ kind: "phone", at: "+46701" }, row);
    seen.add({ kind: "phone", at: "+46701" }, row);
  }
  for (let i = 0; i < 60; i++) seen.add({ kind: "person", at: `P${i}` }, `person/P${i}`);
  await actAs(operator("P1"), () => audit.readSeen(seen));
  const [intent, ...others] = await intentsOf(db);
  assert.deepEqual(others, []);
  assert.deepEqual([intent?.kind, intent?.who, intent?.what, intent?.count], [
    "read",
    "person/P1",
    "GET /admin",
    63,
  ]);
  assert.equal(intent?.subjects.length, 50);
  assert.equal(intent.subjects[0], "mark:phone/+46701");
  const further = Array.from({ length: 11 }, (_, i) => `mark:person/P${i + 49}`);
  assert.deepEqual(intent.further, { count: 11, hash: furtherHash(further) });
  assert.deepEqual(await furtherOf(db.read, intent), further);
});

Deno.test("a view of very many people leaves nobody out: several entries name them all, and none twice", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const audit = new AuditRecorder({ db, log: keptLog().log, markOf });
  const seen = new SeenSubjects();
  for (let i = 0; i < 12_000; i++) seen.addMarks([`mark-${i}`], `auditEntry/${i}`);
  await actAs(operator("P1"), () => audit.readSeen(seen));
  const intents = await intentsOf(db);
  assert.deepEqual(intents.map(({ count }) => count), [12_000, 1_950]);
  const named: string[] = [];
  for (const one of intents) named.push(...one.subjects, ...await furtherOf(db.read, one));
  assert.deepEqual(named, Array.from({ length: 12_000 }, (_, i) => `mark-${i}`));
});

Deno.test("what happens often is one entry a minute for each kind, actor, network and command", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const audit = new AuditRecorder({ db, log: keptLog().log, markOf });
  const heard: string[] = [];
  audit.listen(({ who, note }) => heard.push(`${who} ${note.what}`));
  for (let i = 0; i < 7; i++) actAs(operator("P1"), () => audit.sum("refused: not-allowed"));
  actAs(operator("P2"), () => audit.sum("refused: not-allowed"));
  assert.deepEqual(await intentsOf(db), []);
  await audit.writeSums();
  await audit.writeSums();
  const sums = (await intentsOf(db)).map(({ kind, who, what, count }) => [kind, who, what, count]);
  assert.deepEqual(sums, [
    ["security", "person/P1", "refused: not-allowed", 7],
    ["security", "person/P2", "refused: not-allowed", 1],
  ]);
  assert.equal(heard.length, 8);
});

Deno.test("however many networks refuse to end, a minute has a bounded number of sums, and none is left out", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const audit = new AuditRecorder({ db, log: keptLog().log, markOf });
  for (let i = 0; i < 3_000; i++) {
    actAs({ ...operator("x"), network: `10.${i}.x.x` }, () => audit.sum("refused: not-signed-in"));
  }
  for (let rounds = 0; rounds < 5; rounds++) await audit.writeSums();
  const sums = await intentsOf(db);
  assert.equal(sums.length, 2_001);
  assert.equal(sums.reduce((all, { count = 0 }) => all + count, 0), 3_000);
});

Deno.test("while the database takes nothing a view goes on, and its entry is written later, in its order", async () => {
  await using test = await memoryDatabase();
  const { db, mends } = doubtful(auditedDatabase(test.db));
  const audit = new AuditRecorder({ db, log: keptLog().log, markOf });
  await actAs(operator("P1"), () => audit.read({ subjects: ["one"] }));
  await actAs(operator("P2"), () => audit.security({ kind: "two" }));
  assert.deepEqual(await intentsOf(test.db), []);
  mends();
  await audit.flush();
  const written = (await intentsOf(test.db)).map((
    { who, subjects, what },
  ) => [who, subjects, what]);
  assert.deepEqual(written, [["person/P1", ["one"], "GET /admin"], ["person/P2", [], "two"]]);
});

Deno.test("what cannot be kept any more is told of once", async () => {
  await using test = await memoryDatabase();
  const { db } = doubtful(auditedDatabase(test.db));
  const { log, records } = keptLog();
  const audit = new AuditRecorder({ db, log, markOf });
  for (let i = 0; i < 10_005; i++) await audit.security({ kind: "x" });
  assert.deepEqual(records.map(({ event }) => event), ["entries of the audit log are lost"]);
});
