// The audit log after a restore: it goes on from the backup and says so, and what had been signed since is kept, named, and good.
import assert from "node:assert/strict";
import { CheckpointExport } from "../../lib/audit/checkpoint-export.ts";
import { parseEntry } from "../../lib/audit/entry.ts";
import { CHECKPOINTS_FILE } from "../../lib/audit/services.ts";
import { RESTORE_STEPS } from "../../lib/backup/restore-backup.ts";
import { main } from "../../scripts/verify-audit.ts";
import {
  auditedDatabase,
  commitActs,
  storedEntries,
  TEST_SIGNER,
  testAppender,
} from "../support/audit-log.ts";
import { aCompany, type Company } from "../support/backups.ts";
import { keptLog, recordsOf } from "../support/kept-log.ts";

/** Some acts, of which `waiting` are not in the log yet; the others are signed and exported. Errors of the export. */
async function act(company: Company, count: number, { first = 0, waiting = 0 } = {}) {
  return await company.served(async (rotation) => {
    const { log, records } = keptLog();
    const db = auditedDatabase(rotation.db);
    const appender = testAppender(db, "one", rotation.clock);
    await commitActs(db, count, first);
    await appender.append();
    await appender.sign(true);
    await new CheckpointExport({ db, path: exportOf(company), log }).write();
    await commitActs(db, waiting, first + count);
    return recordsOf(records, "error");
  });
}

function exportOf({ folder }: Company): string {
  return `${folder}/${CHECKPOINTS_FILE}`;
}

async function verified(file: string, exported: string): Promise<string[]> {
  const lines: string[] = [];
  const args = [file, "--key", TEST_SIGNER.verifierKey, "--exported", exported];
  await main(args, (line: string) => lines.push(line)).catch((error) => lines.push(String(error)));
  return lines;
}

Deno.test("backup, more entries, restore: the log goes on, says what happened, and what was signed since is kept", async () => {
  await using company = await aCompany();
  await act(company, 20, { waiting: 3 });
  const { path, manifest } = await company.backup();
  assert.equal(manifest.auditEntries, 20);
  await act(company, 10, { first: 23 });
  const { former, formerCheckpoints, lostEntries } = await company.restore(path);
  // 3 had waited when the backup was made, and wait in it still.
  assert.equal(lostEntries, 10);
  assert(former !== null && formerCheckpoints !== null);
  assert.deepEqual(await act(company, 5, { first: 100 }), []);
  const entries = (await company.served(({ db }) => storedEntries(db))).map((one) =>
    parseEntry(one)
  );
  assert.equal(entries[22]?.act, "act-22");
  const { kind, what, ref, count } = entries[23] ?? assert.fail();
  assert.deepEqual([kind, what, ref, count], [
    ...["security", "backup restored", manifest.madeAt, 10],
  ]);
  const [lost] = entries[23]?.rows ?? [];
  assert.deepEqual([lost?.row, lost?.is], ["auditCheckpoint/33", null]);
  assert.equal(entries.length, 29);
  const now = await verified(company.database, exportOf(company));
  assert.match(now.join("\n"), /entry 23: the backup of .* 10 signed entries went with/);
  assert.equal(now.at(-1), "GOOD");
  assert.match(
    (await verified(company.database, formerCheckpoints)).at(-1) ?? "",
    /BAD: entry 23 is another than it was\. A backup was put back there/,
  );
  assert.equal((await verified(former, formerCheckpoints)).at(-1), "GOOD");
});

Deno.test("ended at any step, the same command leaves one log and every checkpoint that was ever exported", async () => {
  for (const step of RESTORE_STEPS) {
    await using company = await aCompany();
    await act(company, 4);
    const { path } = await company.backup();
    await act(company, 4, { first: 10 });
    const before = await Deno.readTextFile(exportOf(company));
    const onStep = (at: string) => {
      if (at === step) throw new Error("killed");
    };
    await assert.rejects(company.restore(path, { onStep }), /killed/);
    const { formerCheckpoints } = await company.restore(path);
    assert.equal(await Deno.readTextFile(formerCheckpoints ?? ""), before, step);
    await act(company, 2, { first: 20 });
    assert.equal((await verified(company.database, exportOf(company))).at(-1), "GOOD", step);
  }
});

Deno.test("a restore of the newest log loses nothing, and its file outside stays", async () => {
  await using company = await aCompany();
  await act(company, 4);
  const before = await Deno.readTextFile(exportOf(company));
  const { path } = await company.backup();
  const { formerCheckpoints, lostEntries } = await company.restore(path);
  assert.deepEqual([formerCheckpoints, lostEntries], [null, 0]);
  assert.equal(await Deno.readTextFile(exportOf(company)), before);
  assert.deepEqual(await act(company, 2, { first: 10 }), []);
  assert.equal((await verified(company.database, exportOf(company))).at(-1), "GOOD");
});

Deno.test("a backup whose log has other entries than were counted is refused", async () => {
  await using company = await aCompany();
  await act(company, 4);
  const { path, manifest } = await company.backup();
  await Deno.writeTextFile(`${path}.json`, JSON.stringify({ ...manifest, auditEntries: 5 }));
  await assert.rejects(
    company.restore(path),
    /its audit log has 4 entries, and 5 when it was made/,
  );
});
