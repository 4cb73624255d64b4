import assert from "node:assert/strict";
import { CheckpointExport } from "../../lib/audit/checkpoint-export.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { openBySome, signCheckpoint } from "../../lib/audit/checkpoint.ts";
import { noteSigner, noteVerifier } from "../../lib/audit/signed-note.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { main } from "../../scripts/verify-audit.ts";
import {
  auditedDatabase,
  commitActs,
  storedEntries,
  TEST_SIGNER,
  testAppender,
} from "../support/audit-log.ts";
import { tempFolder } from "../support/databases.ts";
import { keptLog } from "../support/kept-log.ts";

const KEY = TEST_SIGNER.verifierKey;

interface Lived extends AsyncDisposable {
  database: string;
  exported: string;
  lines: string;
}

/** A database with 700 entries and checkpoints at 300 and 700, what was exported of it, and an export of lines. */
async function lived(): Promise<Lived> {
  const folder = await tempFolder();
  const database = `${folder.path}/db`;
  const exported = `${folder.path}/checkpoints`;
  const lines = `${folder.path}/lines`;
  const db = auditedDatabase(await openDatabase(database));
  const appender = testAppender(db);
  const { log } = keptLog();
  for (const [first, count] of [[0, 300], [300, 400]] as const) {
    await commitActs(db, count, first);
    await appender.append();
    await appender.sign(true);
    // Two processes after one another: the second goes on where the file stands.
    await new CheckpointExport({ db, path: exported, log }).write();
  }
  const notes = await Array.fromAsync(
    db.read.list<object>({ prefix: auditKeys.checkpoint.prefix }),
  );
  const noteLines = notes.map(({ value }) => JSON.stringify({ at: "", ...value }));
  await Deno.writeTextFile(lines, [...await storedEntries(db), ...noteLines, ""].join("\n"));
  db.close();
  return { database, exported, lines, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** What the command says; what it refuses with is the last line. */
async function said(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  try {
    await main(args, (line: string) => lines.push(line));
  } catch (error) {
    lines.push(String(error));
  }
  return lines;
}

async function changed(path: string, change: (kv: Deno.Kv) => Promise<unknown>): Promise<void> {
  using kv = await Deno.openKv(path);
  await change(kv);
}

Deno.test("a log in a file is good, its signatures and its export too; an entry and a former tree are proved", async () => {
  await using test = await lived();
  const lines = await said(
    test.database,
    "--key",
    KEY,
    "--exported",
    test.exported,
    "--entry",
    "299",
  );
  assert.equal(lines.at(-1), "GOOD");
  assert.match(lines.join("\n"), /700 entries, root .*\nsigned: 700 entries, by 2 checkpoints/);
  assert.match(lines.join("\n"), /as exported: 700 entries\nentry 299: .*act-299/);
  const former = noteSigner(TEST_SIGNER.name, new Uint8Array(32).fill(8)).verifierKey;
  const both = await said(
    test.database,
    "--key",
    former,
    "--key",
    KEY,
    "--exported",
    test.exported,
  );
  assert.equal(both.at(-1), "GOOD", "a key that was replaced beside the present one");
  assert.match(
    (await said(test.database, "--key", former)).at(-1) ?? "",
    /The signature|No signature/,
  );
  const between = await said(test.database, "--key", KEY, "--between", "300", "700");
  assert.match(between.join("\n"), /proof that 700 entries begin with 300:\n {2}\S{43}=/);
  const export_ = await said(test.lines, "--key", KEY, "--entry", "3", "--exported", test.exported);
  assert.equal(export_.at(-1), "GOOD");
});

Deno.test("the command verifies a database as a process of its own", async () => {
  await using test = await lived();
  const args = ["run", "-A", "--no-check", "scripts/verify-audit.ts", test.database, "--key", KEY];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  assert.equal(new TextDecoder().decode(stderr), "");
  assert.match(new TextDecoder().decode(stdout), /700 entries, root [^]*GOOD\n$/);
  assert.equal(code, 0);
});

Deno.test("what was changed in the file is named", async () => {
  await using test = await lived();
  const verify = () => said(test.database, "--key", KEY, "--exported", test.exported);
  const text = `${(await storedText(test.database, 500)).replace("act-500", "act-5OO")}`;
  await changed(test.database, (kv) => kv.set(auditKeys.entry(500), text));
  assert.match((await verify()).at(-1) ?? "", /BAD: entry 500 is another than it was/);
  await changed(test.database, (kv) => kv.delete(auditKeys.entry(123)));
  assert.match((await verify()).at(-1) ?? "", /BAD: entry 123 and what came after it is missing/);
});

Deno.test("a log that was cut off with its checkpoint is good alone and named with what was exported", async () => {
  await using test = await lived();
  await changed(test.database, async (kv) => {
    for (let i = 300; i < 700; i++) await kv.delete(auditKeys.entry(i));
    await kv.delete(auditKeys.checkpoint(700));
    const { value } = await kv.get<object>(auditKeys.head());
    await kv.set(auditKeys.head(), { ...value, size: 300 });
  });
  assert.equal((await said(test.database, "--key", KEY)).at(-1), "GOOD");
  const compared = await said(test.database, "--key", KEY, "--exported", test.exported);
  assert.match(compared.at(-1) ?? "", /BAD: entry 300 and what came after it is missing/);
});

Deno.test("whoever kept a mail with a checkpoint finds a log that was cut off or written anew since", async () => {
  await using test = await lived();
  const mail = `${test.lines}.eml`;
  const notes = await Deno.readTextFile(test.lines);
  const kept = notes.split("\n").filter((line) => line.startsWith('{"at":'))
    .map((line) => String(JSON.parse(line).note));
  const quoted = kept.join("\n").split("\n").map((line) => `> ${line}`).join("\r\n");
  await Deno.writeTextFile(mail, `Hej,\r\n\r\nloggen:\r\n${quoted}\r\n\r\nHälsningar`);
  const verify = () => said(test.database, "--key", KEY, "--since", mail);
  const good = await verify();
  assert.match(good.join("\n"), /goes on from what was kept: 300, 700 entries\nGOOD/);
  await changed(test.database, async (kv) => {
    for (let i = 300; i < 700; i++) await kv.delete(auditKeys.entry(i));
    await kv.delete(auditKeys.checkpoint(700));
    const { value } = await kv.get<object>(auditKeys.head());
    await kv.set(auditKeys.head(), { ...value, size: 300 });
  });
  assert.equal((await said(test.database, "--key", KEY)).at(-1), "GOOD");
  assert.match((await verify()).at(-1) ?? "", /BAD: entry 300 and what came after it is missing/);
  const forger = noteSigner(TEST_SIGNER.name, new Uint8Array(32).fill(8));
  const { size, root } = openBySome(kept[0] ?? "", [noteVerifier(KEY)]);
  const fork = signCheckpoint(TEST_SIGNER, { size, root: root.map((byte) => byte ^ 1) });
  await Deno.writeTextFile(mail, fork);
  assert.match(
    (await verify()).at(-1) ?? "",
    /BAD: the log is another than the one that was signed/,
  );
  await Deno.writeTextFile(mail, signCheckpoint(forger, { size, root }));
  assert.match((await verify()).at(-1) ?? "", /No signature|wrong/);
  await Deno.writeTextFile(mail, "nothing");
  assert.match((await verify()).at(-1) ?? "", /There is no checkpoint/);
  assert.match((await said(test.database, "--since", mail)).at(-1) ?? "", /needs --key/);
});

Deno.test("the command asks for a file, a key for what was exported, and numbers that are some", async () => {
  await using test = await lived();
  assert.match((await said()).at(-1) ?? "", /Which file/);
  assert.match(
    (await said(test.database, "--exported", test.exported)).at(-1) ?? "",
    /needs --key/,
  );
  assert.match((await said(test.database, "--entry", "x")).at(-1) ?? "", /Not a number/);
  assert.match((await said(test.database, "--entry", "700")).at(-1) ?? "", /There is no entry 700/);
});

Deno.test("what a killed process left of a line is taken off, and a log that contradicts the file is told of once", async () => {
  await using test = await lived();
  const whole = await Deno.readTextFile(test.exported);
  await Deno.writeTextFile(test.exported, `${whole}{"from":700,"lea`);
  const { log, records } = keptLog();
  const db = auditedDatabase(await openDatabase(test.database));
  try {
    const file = new CheckpointExport({ db, path: test.exported, log });
    await file.write();
    assert.equal(await Deno.readTextFile(test.exported), whole);
    await commitActs(db, 5, 700);
    const appender = testAppender(db);
    await appender.append();
    await appender.sign(true);
    await file.write();
    const verified = await said(test.database, "--key", KEY, "--exported", test.exported);
    assert.match(verified.join("\n"), /as exported: 705 entries\nGOOD/);
    await db.write.delete(auditKeys.checkpoint(705));
    await file.write();
    await file.write();
    assert.deepEqual(records.map(({ event }) => event), [
      "the audit log contradicts what was exported",
    ]);
  } finally {
    db.close();
  }
});

async function storedText(path: string, index: number): Promise<string> {
  using kv = await Deno.openKv(path);
  return String((await kv.get(auditKeys.entry(index))).value);
}
