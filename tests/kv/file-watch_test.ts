// What is committed to a file that was deleted, replaced or cut short is lost at the next start: nothing is
// acknowledged then.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { tempFolder } from "../support/databases.ts";

/** What happens to the file under the running process, and what is said of it. */
const ATTACKS: readonly [name: string, sentence: RegExp, attack: (file: string) => void][] = [
  ["the file is deleted", /was deleted or moved away$/, (file) => Deno.removeSync(file)],
  [
    "the file is moved away",
    /was deleted or moved away$/,
    (file) => Deno.renameSync(file, `${file}.old`),
  ],
  ["another file takes its place", /was replaced by another$/, (file) => {
    Deno.copyFileSync(file, `${file}.copy`);
    Deno.renameSync(`${file}.copy`, file);
  }],
  ["the file is emptied", /was cut short$/, (file) => Deno.truncateSync(file)],
  ["the file is cut in half", /was cut short$/, (file) => Deno.truncateSync(file, 2_048)],
  [
    "the log is deleted",
    /-wal of the database was deleted or replaced$/,
    (file) => Deno.removeSync(`${file}-wal`),
  ],
  ["another log takes its place", /-wal of the database was deleted or replaced$/, (file) => {
    Deno.writeTextFileSync(`${file}-new`, "");
    Deno.renameSync(`${file}-new`, `${file}-wal`);
  }],
  ["the folder is moved away", /was deleted or moved away$/, (file) => {
    const folder = file.slice(0, file.lastIndexOf("/"));
    Deno.renameSync(folder, `${folder}.old`);
  }],
];

for (const [name, sentence, attack] of ATTACKS) {
  Deno.test(`nothing is stored any more when ${name}`, async () => {
    await using folder = await tempFolder();
    const file = `${folder.path}/data/kv.sqlite`;
    using open = disposable(await openDatabase(file));
    const { db } = open;
    await db.write.set(["about", "before"], "kept");
    assert.equal(db.trouble(), null);
    attack(file);
    assert.match(db.trouble() ?? "", sentence);
    for (const write of writesOf(db)) {
      await assert.rejects(write(), (error) => {
        assert(error instanceof GatewayError);
        assert.match(error.message, sentence);
        return true;
      });
    }
  });
}

Deno.test("a commit during which the file was deleted is not acknowledged", async () => {
  await using folder = await tempFolder();
  const file = `${folder.path}/kv.sqlite`;
  using open = disposable(await openDatabase(file));
  const commit = open.db.write.atomic().set(["about", "late"], "x").commit();
  Deno.removeSync(file);
  await assert.rejects(commit, /was deleted or moved away$/);
});

Deno.test("a file that is put back is trusted again; one that was cut short never is, however much it grows", async () => {
  await using folder = await tempFolder();
  const file = `${folder.path}/kv.sqlite`;
  using open = disposable(await openDatabase(file));
  Deno.renameSync(file, `${file}.old`);
  assert.notEqual(open.db.trouble(), null);
  Deno.renameSync(`${file}.old`, file);
  assert.equal(open.db.trouble(), null);
  await open.db.write.set(["about", "after"], "kept");

  const { size } = Deno.statSync(file);
  Deno.truncateSync(file, 512);
  assert.match(open.db.trouble() ?? "", /was cut short$/);
  Deno.truncateSync(file, size * 2);
  assert.match(open.db.trouble() ?? "", /was cut short$/);
});

Deno.test("a file whose first bytes were overwritten is seen by whoever looks inside, and for good", async () => {
  await using folder = await tempFolder();
  const file = `${folder.path}/kv.sqlite`;
  using open = disposable(await openDatabase(file));
  using bytes = Deno.openSync(file, { write: true });
  bytes.writeSync(new Uint8Array(16));
  assert.match(open.db.trouble() ?? "", /was overwritten$/);
  await assert.rejects(open.db.write.set(["about", "fact"], "x"), /was overwritten$/);
});

Deno.test("two thousand rows, and a checkpoint that makes the file grow, are no trouble", async () => {
  await using folder = await tempFolder();
  const file = `${folder.path}/kv.sqlite`;
  using open = disposable(await openDatabase(file));
  const before = Deno.statSync(file).size;
  const text = "x".repeat(8_000);
  for (let i = 0; i < 40; i++) {
    const operation = open.db.write.atomic();
    for (let row = 0; row < 50; row++) operation.set(["about", `${i} ${row}`], text);
    await operation.commit();
    assert.equal(open.db.trouble(), null);
  }
  assert(Deno.statSync(file).size > before, "the log was written back to the file");
});

function writesOf({ write }: Database): (() => Promise<unknown>)[] {
  return [
    () => write.set(["about", "fact"], "x"),
    () => write.delete(["about", "fact"]),
    () => write.atomic().set(["about", "fact"], "x").commit(),
  ];
}

function disposable(db: Database): Disposable & { db: Database } {
  return { db, [Symbol.dispose]: () => db.close() };
}
