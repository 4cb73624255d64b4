// Which backup is the newest: the one whose manifest can be read, and none is no mistake.
import assert from "node:assert/strict";
import { backupFolderOf, newestBackup } from "../../lib/backup/newest-backup.ts";
import { aCompany } from "../support/backups.ts";

Deno.test("the newest of the folder is named with the keys it needs; where there is none, or none that can be read, nothing is", async () => {
  await using company = await aCompany();
  const folder = backupFolderOf(company.database);
  assert.equal(await newestBackup(company.database), null);
  await Deno.mkdir(folder, { recursive: true });
  assert.equal(await newestBackup(company.database), null);
  const { path, manifest } = await company.backup();
  const older = { ...manifest, madeAt: "2020-01-01T00:00:00Z" };
  await Deno.writeTextFile(`${folder}/avanti-2020.sqlite.json`, JSON.stringify(older));
  if (!path.startsWith(folder)) {
    await Deno.copyFile(`${path}.json`, `${folder}/avanti-9.sqlite.json`);
  }
  const { madeAt, bytes, keyVersions } = manifest;
  assert.deepEqual(await newestBackup(company.database), { madeAt, bytes, keyVersions });
  await Deno.writeTextFile(`${folder}/avanti-99.sqlite.json`, "{");
  assert.equal(await newestBackup(company.database), null);
});
