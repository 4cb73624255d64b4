// The log is compared, while it is in use, with the newest head that was signed: whatever was altered since is found where it is.
import assert from "node:assert/strict";
import { checkLog } from "../../lib/audit/check-log.ts";
import { EntryFinder } from "../../lib/audit/find-entries.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { noteSigner } from "../../lib/audit/signed-note.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import {
  auditedDatabase,
  commitActs,
  TEST_SIGNER,
  testAppender,
  testIntents,
} from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("entries since a time are hashed again and come to what was signed; one that was changed is named", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock("2026-10-31T12:00:00Z");
  const db = auditedDatabase(test.db, testIntents({ clock }));
  const auditAppender = testAppender(db, "one", clock);
  const auditFinder = new EntryFinder({ db });
  const deps = { db, auditAppender, auditFinder, auditSigner: TEST_SIGNER };
  const check = (most = 10_000, since = "2026-11-01T00:00:00Z") => checkLog(deps, { since, most });
  assert.deepEqual(await check(), { size: 0, isSigned: true, from: 0, firstBad: null });
  await commitActs(db, 300);
  clock.advance({ hours: 24 });
  await commitActs(db, 400, 300);
  await auditAppender.append();
  await auditAppender.sign(true);
  const good = { size: 700, isSigned: true, from: 300, firstBad: null };
  assert.deepEqual(await check(), good);
  assert.deepEqual(await check(50), { ...good, from: 650 });
  assert.deepEqual(await check(50, "2027-01-01T00:00:00Z"), { ...good, from: 700 });
  const other = noteSigner(TEST_SIGNER.name, new Uint8Array(32).fill(9));
  const { isSigned } = await checkLog({ ...deps, auditSigner: other }, {
    since: "2026-11-01T00:00:00Z",
    most: 9,
  });
  assert.equal(isSigned, false);
  const { value: text } = await db.write.get<string>(auditKeys.entry(512));
  await db.write.set(auditKeys.entry(512), text?.replace("act-512", "act-513"));
  assert.equal((await check()).firstBad, 512);
  await db.write.delete(auditKeys.entry(400));
  assert.equal((await check()).firstBad, 400);
  // What is older than that is not hashed again, but its hashes have to come to what was signed.
  assert.equal((await check(50)).firstBad, null);
  const { value: tile } = await db.write.get<Uint8Array>(auditKeys.tile(1, 0));
  await db.write.set(auditKeys.tile(1, 0), tile?.map((byte) => byte ^ 1));
  assert.notEqual((await check(50)).firstBad, null);
});
