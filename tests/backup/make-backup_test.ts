// What a backup is made of: one moment, no key, and a folder that knows every erasure.
import assert from "node:assert/strict";
import { FOLDER_LEDGER } from "../../lib/backup/make-backup.ts";
import { countRows } from "../../lib/kv/sqlite-file.ts";
import { erasureFileOf, readErasureFile } from "../../lib/security/erasure-file.ts";
import { aCompany, erase } from "../support/backups.ts";
import { aKek } from "../support/keks.ts";

Deno.test("a key-encryption key in the database, as bytes or text, stops the backup, and nothing is left of it", async () => {
  for (const planted of [aKek(5), `{"1":"${aKek(5).toBase64()}"}`]) {
    await using company = await aCompany();
    await company.served(({ db }) => db.write.set(["about", "slip"], planted));
    await assert.rejects(company.backup(), /A key-encryption key stands in the database/);
    assert.deepEqual([...Deno.readDirSync(company.backups)], []);
  }
});

Deno.test("the folder's ledger has erasures that the ledger beside the database lacks yet, each once", async () => {
  await using company = await aCompany();
  const id = await company.served(async (rotation) => {
    await rotation.make(["anna"]);
    return await erase(rotation, "anna");
  });
  await company.backup();
  const ledger = async (path: string) =>
    (await readErasureFile(path))?.erasures.map(({ keyId }) => keyId);
  assert.deepEqual(await ledger(`${company.backups}/${FOLDER_LEDGER}`), [id]);
  await company.served(() => Promise.resolve());
  assert.deepEqual(await ledger(erasureFileOf(company.database)), [id]);
  await company.backup();
  assert.deepEqual(await ledger(`${company.backups}/${FOLDER_LEDGER}`), [id]);
});

Deno.test("a database that is damaged makes no backup", async () => {
  await using company = await aCompany();
  const bytes = await Deno.readFile(company.database);
  await Deno.writeFile(company.database, bytes.fill(7, 4_096));
  await assert.rejects(company.backup());
  assert.deepEqual([...Deno.readDirSync(company.backups)], []);
});

Deno.test("the rows of a copy are counted by family, whatever their keys hold", async () => {
  await using company = await aCompany();
  await company.served(async ({ db }) => {
    for (
      const key of [["a\0b", 1], ["a\0b", "x"], ["n", -2.5, true], ["n", new Uint8Array([0, 1])]]
    ) {
      await db.write.set(key, 1);
    }
  });
  const { path } = await company.backup();
  const { "a\0b": odd, n } = countRows(path);
  assert.deepEqual([odd, n], [2, 2]);
});
