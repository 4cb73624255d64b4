import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { tempFolder } from "../support/databases.ts";

Deno.test("openDatabase() makes the folder, and what one handle writes the other reads at once", async () => {
  await using folder = await tempFolder();
  const db = await openDatabase(`${folder.path}/new/deeper/kv.sqlite`);
  assert.equal(db.kind, "file");
  assert.notEqual(db.read, db.write);
  for (let i = 0; i < 100; i++) {
    await db.write.set(kvKeys.about("fact"), String(i));
    assert.equal((await db.read.get(kvKeys.about("fact"))).value, String(i));
  }
  db.close();
});

Deno.test("commits on their way are counted, and the oldest of them tells how long they wait", async () => {
  await using folder = await tempFolder();
  const db = await openDatabase(`${folder.path}/kv.sqlite`);
  assert.deepEqual(db.commitQueue(), { count: 0, waitMs: 0 });
  const sent = ["a", "b", "c"].map((value) => db.write.set(kvKeys.about("fact"), value));
  const first = db.commitQueue();
  assert.equal(first.count, 3);
  await sent[0];
  assert(db.commitQueue().count < 3);
  await Promise.all(sent);
  assert(first.waitMs >= 0);
  assert.deepEqual(db.commitQueue(), { count: 0, waitMs: 0 });
  db.close();
});

Deno.test("openDatabase() finds what was written before it was closed", async () => {
  await using folder = await tempFolder();
  const location = `${folder.path}/kv.sqlite`;
  const first = await openDatabase(location);
  await first.write.set(kvKeys.about("fact"), "kept");
  first.close();
  const second = await openDatabase(location);
  assert.equal((await second.read.get(kvKeys.about("fact"))).value, "kept");
  second.close();
});

Deno.test("openDatabase() gives each memory database to itself", async () => {
  const one = await openDatabase(":memory:");
  const two = await openDatabase(":memory:");
  await one.write.set(kvKeys.about("fact"), "mine");
  assert.equal((await two.read.get(kvKeys.about("fact"))).value, null);
  one.close();
  two.close();
});

Deno.test("openDatabase() says in one sentence that a folder cannot be made below a file", async () => {
  await using folder = await tempFolder();
  await Deno.writeTextFile(`${folder.path}/file`, "x");
  const message = await failure(`${folder.path}/file/kv.sqlite`);
  assert.match(message, /^Cannot make the data folder .*\/file: /);
});

Deno.test("openDatabase() says in one sentence that it may not write to a folder", async () => {
  const message = await failure("/proc/kv.sqlite");
  assert.match(message, /^Cannot open the database file \/proc\/kv\.sqlite: no permission/);
});

Deno.test("openDatabase() says in one sentence that a file is not a database", async () => {
  await using folder = await tempFolder();
  await Deno.writeTextFile(`${folder.path}/kv.sqlite`, "this is no database ".repeat(500));
  const message = await failure(`${folder.path}/kv.sqlite`);
  assert.match(message, /kv\.sqlite: the file is damaged or is not a database$/);
});

Deno.test("openDatabase() says in one sentence that the path is a folder", async () => {
  await using folder = await tempFolder();
  assert.match(await failure(folder.path), /^Cannot open the database file /);
});

// The file opens and can be read; only the first write shows what is wrong. A trigger refuses it with SQLite's own words.
for (
  const [words, sentence] of [
    ["file is not a database", "the file is damaged or is not a database"],
    ["database disk image is malformed", "the file is damaged or is not a database"],
    ["unable to open database file", "no permission to write there"],
    ["attempt to write a readonly database", "no permission to write there"],
    ["Permission refused", "no permission to write there"],
    ["access DENIED", "no permission to write there"],
    ["database is locked", "another process is using it"],
    ["database or disk is full", "database or disk is full"],
  ] as const
) {
  Deno.test({
    name: `openDatabase() writes before it says yes, and reads "${words}" as: ${sentence}`,
    // The handle that could not write is closed.
    sanitizeResources: true,
    async fn() {
      await using folder = await tempFolder();
      const location = `${folder.path}/kv.sqlite`;
      (await openDatabase(location)).close();
      using sqlite = new DatabaseSync(location);
      for (const change of ["insert", "update"]) {
        sqlite.exec(
          `create trigger no_${change} before ${change} on kv begin select raise(abort, '${words}'); end`,
        );
      }
      const message = await failure(location);
      assert.equal(message, `Cannot write to the database file ${location}: ${sentence}`);
    },
  });
}

/** The one sentence with which opening fails. */
async function failure(location: string): Promise<string> {
  const error = await openDatabase(location).then(
    (db) => {
      db.close();
      return assert.fail(`Opened ${location}`);
    },
    (error: unknown) => error,
  );
  assert(error instanceof GatewayError);
  assert.equal(error.gateway, "kv");
  assert(error.cause instanceof Error);
  assert.equal(error.message.includes("\n"), false);
  return error.message;
}
