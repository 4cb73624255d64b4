// `deno task rotate-keys` as whoever runs the server uses it.
import assert from "node:assert/strict";
import { lockDatabaseFile } from "../../lib/kv/file-lock.ts";
import { KEY_FILE, keyFileKms } from "../../lib/security/key-file-gateway.ts";
import { rotationState } from "../../lib/security/rotate-keys.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { writeKeyEncryptionKeys } from "../../lib/security/kms.ts";
import { tempFolder } from "../support/databases.ts";
import { aKek, someKeks } from "../support/keks.ts";
import { ROOT } from "../support/module-graph.ts";
import { rotationOver } from "../support/rotation.ts";

Deno.test("a version is added and every key moved to it; what is retired can be forgotten, and nothing else", async () => {
  await using company = await aCompany();
  const { run, versions } = company;
  assert.match((await run("--forget", "1")).said, /Version 1 is not retired/);
  const first = await run();
  assert.equal(first.code, 0, first.said);
  assert.match(first.said, /^Added version 2\.$/m);
  assert.match(first.said, /wrapped with version 2: 12 were moved/);
  assert.deepEqual(await versions(), [1, 2]);
  assert.match((await run("--forget", "2")).said, /Version 2 is not retired/);
  assert.match((await run("--forget", "1")).said, /Version 1 is out of/);
  assert.deepEqual(await versions(), [2]);
  assert.match((await run()).said, /^Added version 3\.$/m);
  assert.match((await run("--forgt")).said, /Nothing was done/);
});

Deno.test("a version that was added before a kill is gone on with, not another one added", async () => {
  await using company = await aCompany();
  await Deno.writeTextFile(company.keyFile, writeKeyEncryptionKeys(someKeks(2)), { mode: 0o600 });
  const { said } = await company.run();
  assert.match(said, /Version 2 is being moved to: going on/);
  assert.deepEqual(await company.versions(), [1, 2]);
  const db = await openDatabase(company.database);
  assert.equal((await rotationState(db))?.rewrapped, 12);
  db.close();
});

Deno.test("beside a server that runs it adds the version alone, and keys from elsewhere are rotated there", async () => {
  await using company = await aCompany();
  const lock = lockDatabaseFile(company.database);
  assert.match((await company.run()).said, /Added version 2\. The running server takes it up/);
  assert.match((await company.run("--forget", "1")).said, /Stop the server/);
  lock.release();
  assert.deepEqual(await company.versions(), [1, 2]);
  const elsewhere = { AVANTI_KEKS: `1:${aKek(9).toBase64()}` };
  assert.match((await company.run(elsewhere)).said, /put a new version in front of the others/);
});

/** A database with twelve data keys, and the file with the key they are wrapped with. */
async function aCompany() {
  const folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const keyFile = `${folder.path}/${KEY_FILE}`;
  {
    await using rotation = await rotationOver(database);
    await rotation.make(Array.from({ length: 12 }, (_, i) => `mark-${i}`));
    await writeFact(rotation.db, "mode", "local");
  }
  await Deno.writeTextFile(keyFile, writeKeyEncryptionKeys(someKeks(1)), { mode: 0o600 });
  return {
    ...{ database, keyFile },
    versions: async () => [...(await keyFileKms({ path: keyFile }).keys()).keys.keys()],
    async run(...args: (string | Record<string, string>)[]) {
      const env = Object.assign({}, ...args.filter((one) => typeof one !== "string"));
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--no-check",
          "scripts/rotate-keys.ts",
          ...args.map(String).filter((one) => !one.startsWith("[")),
        ],
        cwd: ROOT,
        env: { NO_COLOR: "1", AVANTI_MODE: "local", AVANTI_DATABASE: database, ...env },
      }).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { code, said: text(stdout) + text(stderr) };
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
