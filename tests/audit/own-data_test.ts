import assert from "node:assert/strict";
import { EntryFinder } from "../../lib/audit/find-entries.ts";
import { auditOwnData } from "../../lib/audit/own-data.ts";
import { actAs, type Who } from "../../lib/kernel/acting.ts";
import type { DataSubject } from "../../lib/kernel/own-data.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { auditedDatabase, testAppender } from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";

const SUBJECT: DataSubject = {
  ...{ personId: "P1", marks: ["mark-599"], reaches: [], bookingIds: [], driverId: "D1" },
  operatorName: null,
};

Deno.test("somebody's own data list every entry about them, also where it names six hundred others first", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const note = (who: Who, what: string, subjects: readonly string[]) =>
    actAs(
      { who, command: what, network: "83.252.x.x", reference: "" },
      () => new Transaction(db).audit({ kind: "read", subjects }).commit(),
    );
  await note(
    { kind: "person", id: "P2" },
    "GET /admin",
    Array.from({ length: 600 }, (_, i) => `mark-${i}`),
  );
  await note({ kind: "person", id: "P2" }, "GET /admin", ["somebody else"]);
  await note({ kind: "person", id: "P1" }, "GET /account", ["mark-599"]);
  await note({ kind: "system" }, "job x", ["driver/D1"]);
  await testAppender(db).append();
  const [family] = auditOwnData({ auditFinder: new EntryFinder({ db }) });
  assert(family !== undefined);
  const rows = await Array.fromAsync(family.rows(SUBJECT));
  assert.deepEqual(rows.map(({ what, by }) => [what, by]), [
    ["job x", "product"],
    ["GET /account", "you"],
    ["GET /admin", "company"],
  ]);
  const nobody = { ...SUBJECT, marks: [], driverId: null };
  assert.deepEqual(await Array.fromAsync(family.rows(nobody)), []);
});
