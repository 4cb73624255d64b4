import assert from "node:assert/strict";
import { auditKeys } from "../../lib/audit/keys.ts";
import { proveEntry } from "../../lib/audit/prove-entry.ts";
import { noteSigner } from "../../lib/audit/signed-note.ts";
import {
  auditedDatabase,
  commitActs,
  storedEntries,
  TEST_SIGNER,
  testAppender,
} from "../support/audit-log.ts";
import { memoryDatabase } from "../support/databases.ts";

Deno.test("an entry is proved against what was signed; changed, not signed and signed by another key are told apart", async () => {
  await using test = await memoryDatabase();
  const db = auditedDatabase(test.db);
  const appender = testAppender(db);
  const prove = async (index: number, auditSigner = TEST_SIGNER) => {
    const text = (await storedEntries(db))[index] ?? "";
    return (await proveEntry({ db, auditSigner }, { index, text })).verdict;
  };
  await commitActs(db, 300);
  await appender.append();
  assert.equal(await prove(7), "unsigned", "there is no checkpoint");
  await appender.sign(true);
  for (const index of [0, 7, 255, 256, 299]) assert.equal(await prove(index), "proved");
  const other = noteSigner(TEST_SIGNER.name, new Uint8Array(32).fill(9));
  assert.equal(await prove(7, other), "other-key");
  const text = (await storedEntries(db))[7]?.replace("act-7", "act-8") ?? "";
  await db.write.set(auditKeys.entry(7), text);
  assert.equal(await prove(7), "altered");
  await db.write.delete(auditKeys.checkpoint(300));
  assert.equal(await prove(8), "altered", "what was signed is gone");
  await commitActs(db, 1);
  await appender.append();
  assert.equal(await prove(300), "unsigned");
});
