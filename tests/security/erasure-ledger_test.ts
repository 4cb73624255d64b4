// The ledger of erasures outside the database: only ever longer, and a database that is older than it does not start.
import assert from "node:assert/strict";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import {
  addToErasureFile,
  erasureFileOf,
  readErasureFile,
} from "../../lib/security/erasure-file.ts";
import { claimLedger, mirrorErasures } from "../../lib/security/keep-ledger.ts";
import { aCompany, erase } from "../support/backups.ts";
import { tempFolder } from "../support/databases.ts";

const erasure = (keyId: string) => ({ keyId, at: "2026-11-23T05:00:00Z", requestId: null });

Deno.test("lines are added in their order, each once, and bound to those before", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/l.jsonl`;
  await addToErasureFile(path, "id", [erasure("a")]);
  const first = await Deno.readTextFile(path);
  await addToErasureFile(path, "id", [erasure("a"), erasure("b"), erasure("b")]);
  const both = await Deno.readTextFile(path);
  assert(both.startsWith(first), "what stands is never written anew");
  assert.deepEqual((await readErasureFile(path))?.erasures.map(({ keyId }) => keyId), ["a", "b"]);
  assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  await assert.rejects(
    addToErasureFile(path, "other", []),
    /ledger of erasures of another database/,
  );
  const lines = both.split("\n");
  const wrong = [
    [lines[0], lines[2], ""],
    [lines[0], lines[2], lines[1], ""],
    [lines[0], lines[1]?.replace('"a"', '"c"'), lines[2], ""],
    [lines[0], "x", ""],
    ["x", ""],
  ];
  for (const [i, text] of wrong.entries()) {
    await Deno.writeTextFile(path, text.join("\n"));
    await assert.rejects(
      readErasureFile(path),
      /Line \d of the ledger of erasures .* was changed/,
      String(i),
    );
  }
});

Deno.test("half a line of a killed process counts for nothing, and the next erasure mends the file", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/l.jsonl`;
  await addToErasureFile(path, "id", [erasure("a"), erasure("b")]);
  const whole = await Deno.readTextFile(path);
  for (let length = 0; length < whole.length; length++) {
    await Deno.writeTextFile(path, whole.slice(0, length));
    const read = await readErasureFile(path);
    assert((read?.erasures.length ?? 0) <= 2);
    await addToErasureFile(path, "id", [erasure("a"), erasure("b")]);
    assert.equal(await Deno.readTextFile(path), whole, `cut after ${length}`);
  }
});

Deno.test("a start on an older copy, a lost ledger, one that was cut and one of another is refused with what to do", async () => {
  await using company = await aCompany();
  const path = erasureFileOf(company.database);
  await company.served(({ make }) => make(["anna", "bo"]));
  const older = await Deno.readFile(company.database);
  const ledgerThen = await Deno.readTextFile(path);
  await company.served(async (rotation) => {
    await erase(rotation, "anna");
    await mirrorErasures({ db: rotation.db, path });
  });
  const newer = await Deno.readFile(company.database);
  const ledgerNow = await Deno.readTextFile(path);
  const start = async (database: Uint8Array, ledger: string | null) => {
    await Deno.writeFile(company.database, database);
    if (ledger === null) await Deno.remove(path);
    else await Deno.writeTextFile(path, ledger);
    return await company.served(() => Promise.resolve("starts")).catch((error) => error.message);
  };
  assert.equal(await start(newer, ledgerNow), "starts");
  assert.match(
    await start(older, ledgerNow),
    /older than its ledger .*: 1 people .* `deno task restore`/,
  );
  assert.match(await start(newer, ledgerThen), /ends before what this database knows of it/);
  assert.match(await start(newer, null), /is gone\. Copy the newest one there/);
  const foreign = ledgerNow.replace(/"id":"[^"]*"/, '"id":"x"').split("\n")[0];
  assert.match(await start(newer, `${foreign}\n`), /of another database/);
  assert.equal(await start(newer, ledgerNow), "starts");
});

Deno.test("killed between an erasure and its line, the next start writes it", async () => {
  await using company = await aCompany();
  const path = erasureFileOf(company.database);
  const id = await company.served(async (rotation) => {
    await rotation.make(["anna"]);
    return await erase(rotation, "anna");
  });
  await company.served(() => Promise.resolve());
  assert.deepEqual((await readErasureFile(path))?.erasures.map(({ keyId }) => keyId), [id]);
});

Deno.test("a database that was emptied takes the ledger for its own", async () => {
  await using company = await aCompany();
  await company.served(async (rotation) => {
    await rotation.make(["anna"]);
    await erase(rotation, "anna");
    await mirrorErasures({ db: rotation.db, path: erasureFileOf(company.database) });
    for await (const { key } of rotation.db.write.list({ prefix: [] })) {
      await rotation.db.write.delete(key);
    }
    await claimLedger(
      { db: rotation.db, path: erasureFileOf(company.database) },
      secureRandomBytes,
    );
  });
  await company.served(({ make }) => make(["anna"]));
});
