// A database knows what it is: demo or a company's, and made with which secret. The wrong one is refused before
// anything is written.
import assert from "node:assert/strict";
import { claimSecret, consentOf, openOwnDatabase } from "../../lib/assembly/own-database.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";

const NO = { createDatabase: false };
const YES = { createDatabase: true };

Deno.test("a local database is refused to production, and a production one to a forgotten AVANTI_MODE", async () => {
  await using folder = await tempFolder();
  for (const [mine, other] of [["local", "production"], ["production", "local"]] as const) {
    const database = `${folder.path}/${mine}.sqlite`;
    (await openOwnDatabase({ mode: mine, database }, YES)).close();
    const before = await rowsOf(database);
    await assert.rejects(
      openOwnDatabase({ mode: other, database }, YES),
      new RegExp(
        `${mine}\\.sqlite (is a company's|holds demo data), and AVANTI_MODE is ${other}\\.`,
      ),
    );
    assert.deepEqual(await rowsOf(database), before);
    (await openOwnDatabase({ mode: mine, database }, NO)).close();
  }
});

Deno.test("production makes no database unless it was asked to, and leaves no file behind", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/new/kv.sqlite`;
  await assert.rejects(
    openOwnDatabase({ mode: "production", database }, NO),
    /There is no database at .*kv\.sqlite\. If there was one, restore it; .*--create-database\.$/,
  );
  assert.deepEqual([...Deno.readDirSync(folder.path)], []);
  await Deno.mkdir(`${folder.path}/new`);
  await Deno.writeTextFile(database, "");
  await assert.rejects(
    openOwnDatabase({ mode: "production", database }, NO),
    /The database at .*kv\.sqlite is empty\. If it was not, restore it; .*--create-database\.$/,
  );
  (await openOwnDatabase({ mode: "production", database }, YES)).close();
  (await openOwnDatabase({ mode: "production", database }, NO)).close();
});

Deno.test("a database from before databases had a mark is known by its rows", async () => {
  await using folder = await tempFolder();
  const demo = `${folder.path}/demo.sqlite`;
  const company = `${folder.path}/company.sqlite`;
  await written(demo, (db) => writeFact(db, "seeded", "2026-11-23T05:00:00Z"));
  await written(company, (db) => db.write.set(bookingKeys.booking("x" as never), {}));
  await assert.rejects(openOwnDatabase({ mode: "production", database: demo }, YES), /demo data/);
  await assert.rejects(openOwnDatabase({ mode: "local", database: company }, YES), /a company's/);
  (await openOwnDatabase({ mode: "local", database: demo }, NO)).close();
  (await openOwnDatabase({ mode: "production", database: company }, NO)).close();
});

Deno.test("a company's database from before the marks opens again once it has learned its secret", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/company.sqlite`;
  await written(database, (db) => db.write.set(bookingKeys.booking("x" as never), {}));
  for (let starts = 0; starts < 3; starts++) {
    const db = await openOwnDatabase({ mode: "production", database }, NO);
    await claimSecret(db, new Uint8Array(32).fill(9), { replaceSecret: false });
    db.close();
  }
});

Deno.test("another secret than the database was made with is refused, unless it shall be replaced", async () => {
  await using test = await memoryDatabase();
  const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const keep = { replaceSecret: false };
  await claimSecret(test.db, first, keep);
  await claimSecret(test.db, first, keep);
  await assert.rejects(
    claimSecret(test.db, second, keep),
    /not the secret the database was made with/,
  );
  await claimSecret(test.db, first, keep);
  await claimSecret(test.db, second, { replaceSecret: true });
  await assert.rejects(claimSecret(test.db, first, keep), /--replace-secret/);
});

Deno.test("consent stands in the arguments, word for word", () => {
  assert.deepEqual(consentOf([]), { createDatabase: false, replaceSecret: false });
  assert.deepEqual(consentOf(["--create-database", "x"]), {
    createDatabase: true,
    replaceSecret: false,
  });
  assert.deepEqual(consentOf(["--replace-secret=no", "--create"]), consentOf([]));
});

async function written(database: string, write: (db: Database) => Promise<unknown>): Promise<void> {
  const db = await openDatabase(database);
  await write(db);
  db.close();
}

async function rowsOf(database: string): Promise<Deno.KvEntry<unknown>[]> {
  const db = await openDatabase(database);
  const rows = await Array.fromAsync(db.read.list({ prefix: [] }));
  db.close();
  // Opening probes the file with a write.
  return rows.filter(({ key }) => key[1] !== "probe");
}
