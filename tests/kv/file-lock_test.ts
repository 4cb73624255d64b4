// One serving process a database file: another is refused in a sentence, and a killed one leaves nothing behind.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { lockDatabaseFile } from "../../lib/kv/file-lock.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { tempFolder } from "../support/databases.ts";
import { ROOT } from "../support/module-graph.ts";

Deno.test("a file that this process serves is refused to another worker of it, and free once closed", async () => {
  await using folder = await tempFolder();
  const location = `${folder.path}/kv.sqlite`;
  const first = await openDatabase(location, { isServed: true });
  await assert.rejects(openDatabase(location, { isServed: true }), /^GatewayError: Another worker/);
  // A short task beside the server does not serve.
  (await openDatabase(location)).close();
  await first.write.set(["about", "fact"], "kept");
  first.close();
  (await openDatabase(location, { isServed: true })).close();
});

Deno.test("the same file by another name is the same file", async () => {
  await using folder = await tempFolder();
  await Deno.mkdir(`${folder.path}/real`);
  await Deno.writeTextFile(`${folder.path}/real/kv.sqlite`, "");
  await Deno.symlink(`${folder.path}/real`, `${folder.path}/folder`);
  await Deno.symlink(`${folder.path}/real/kv.sqlite`, `${folder.path}/file`);
  const lock = lockDatabaseFile(`${folder.path}/real/kv.sqlite`);
  for (const name of ["folder/kv.sqlite", "file", "real/../real/kv.sqlite"]) {
    assert.throws(() => lockDatabaseFile(`${folder.path}/${name}`), GatewayError, name);
  }
  lockDatabaseFile(`${folder.path}/real/other.sqlite`).release();
  lock.release();
  lockDatabaseFile(`${folder.path}/file`).release();
});

Deno.test("the refusal names the process that serves, and a killed process leaves the file free", async () => {
  await using folder = await tempFolder();
  const location = `${folder.path}/kv.sqlite`;
  const module = JSON.stringify(`${ROOT}lib/kv/file-lock.ts`);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      `import { lockDatabaseFile } from ${module};
      lockDatabaseFile(${JSON.stringify(location)});
      console.log("locked");
      setInterval(() => {}, 1000);`,
    ],
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const output = child.stdout.getReader();
  await output.read();
  assert.throws(
    () => lockDatabaseFile(location),
    new RegExp(
      `Process ${child.pid} already serves the database file .*kv\\.sqlite\\. Stop it first`,
    ),
  );
  child.kill("SIGKILL");
  await child.status;
  await output.cancel();
  lockDatabaseFile(location).release();
});

Deno.test("a lock that cannot be made is said in a sentence", () => {
  assert.throws(
    () => lockDatabaseFile("/proc/kv.sqlite"),
    /Cannot make the lock \/proc\/kv\.sqlite\.lock: no permission/,
  );
});
