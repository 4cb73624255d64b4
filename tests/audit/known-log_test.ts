// A process knows its log again: another that goes on with it is none of its concern, one that writes it anew is.
import assert from "node:assert/strict";
import { auditWork } from "../../lib/audit/work.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import {
  auditedDatabase,
  commitActs,
  storedEntries,
  TEST_SIGNER,
  testAppender,
} from "../support/audit-log.ts";
import { tempFolder } from "../support/databases.ts";
import { keptLog, recordsOf } from "../support/kept-log.ts";
import { AuditRecorder } from "../../lib/audit/recorder.ts";
import { manualClock } from "../../lib/kernel/clock.ts";

Deno.test("a log another process goes on with is gone on with; one it wrote anew is neither, nor signed, and is told of once", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const db = auditedDatabase(await openDatabase(database));
  const auditAppender = testAppender(db);
  const { log, records } = keptLog();
  const audit = new AuditRecorder({ db, log, markOf: ({ at }) => Promise.resolve(at) });
  const [appending] = auditWork({
    ...{ audit, auditAppender, auditSigner: TEST_SIGNER, checkpointExport: null, log },
    clock: manualClock("2026-11-23T05:00:00Z"),
  }).rounds ?? [];
  const errors = () => recordsOf(records, "error").map(({ event }) => event);
  await commitActs(db, 300);
  await appending?.round();
  await inAnother(database, "honestly");
  await commitActs(db, 5, 2_000);
  await appending?.round();
  assert.deepEqual([(await storedEntries(db)).length, errors()], [310, []]);
  const signed = await auditAppender.newestCheckpoint();
  await inAnother(database, "anew");
  await commitActs(db, 5, 3_000);
  await appending?.round();
  await appending?.round();
  assert.equal(await auditAppender.sign(true), false);
  assert.equal(await auditAppender.newestCheckpoint(), signed);
  assert.equal((await storedEntries(db)).length, 310);
  assert.deepEqual(errors(), ["the audit log was written anew"]);
  db.close();
});

async function inAnother(database: string, how: "honestly" | "anew"): Promise<void> {
  const script = new URL("../support/write-log.ts", import.meta.url).pathname;
  const args = ["run", "-A", "--no-check", script, database, how];
  const { code, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
}
