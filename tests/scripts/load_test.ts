// `deno task load` as a person runs it: trial, question, refusal, export, and a server that runs meanwhile.
import assert from "node:assert/strict";
import { settledEdition } from "../../lib/kv/edition.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { SETUP_KINDS } from "../../lib/setup/table.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { tempFolder } from "../support/databases.ts";
import { ROOT } from "../support/module-graph.ts";
import { testServices } from "../support/services.ts";

async function run(database: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", `${ROOT}scripts/load.ts`, ...args],
    cwd: ROOT,
    env: { AVANTI_DATABASE: database, AVANTI_MODE: "local", NO_COLOR: "1", LC_ALL: "en_GB.UTF-8" },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("`task load` shows, asks, loads once, exports, and refuses with line and column in either language", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const files: string[] = [];
  for (const kind of SETUP_KINDS) {
    const { stdout } = await run(database, "--template", kind);
    files.push(`${folder.path}/${kind}.csv`);
    await Deno.writeTextFile(`${folder.path}/${kind}.csv`, stdout);
  }

  const trial = await run(database, ...files, "--dry-run");
  assert.match(trial.stdout, /Vehicles: 3 new\n {2}new V01[^]*A trial: nothing was loaded/);
  const unasked = await run(database, ...files);
  assert.deepEqual([unasked.code, unasked.stderr], [
    1,
    "Nothing was loaded; --yes loads without asking.\n",
  ]);
  const loaded = await run(database, ...files, "--yes");
  assert.match(loaded.stdout, /Loaded 10 rows/, loaded.stderr);
  assert.match((await run(database, ...files)).stdout, /Nothing had to change/);

  await run(database, "--export", `${folder.path}/out`);
  const out = Array.from(Deno.readDirSync(`${folder.path}/out`), ({ name }) => name).sort();
  assert.deepEqual(out, [
    "drivers.csv",
    "landmarks.csv",
    "permit-holders.csv",
    "tariffs.json",
    "vehicles.csv",
  ]);
  const back = await run(database, ...out.map((name) => `${folder.path}/out/${name}`));
  assert.match(back.stdout, /Nothing had to change/);

  const wrong = `${folder.path}/vehicles-2.csv`;
  await Deno.writeTextFile(wrong, "id;plate\nV01;ABC 12O\n");
  const english = await run(database, wrong);
  assert.match(
    english.stderr,
    /vehicles-2\.csv, line 2, column plate: “ABC 12O” ends with the letter O/,
  );
  const swedish = await run(database, wrong, "--lang", "sv");
  assert.match(
    swedish.stderr,
    /rad 2, kolumn plate: ”ABC 12O” slutar med bokstaven O[^]*1 fel\. Inget/,
  );
  assert.match((await run(database, "nothing.csv")).stderr, /nothing\.csv/);
});

Deno.test("a server that runs meanwhile has the new fleet after its next look, and loses nothing", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using server = await testServices({ database });
  await writeFact(server.services.db, "mode", "local");
  const { fleet } = server.services;
  assert.equal((await fleet.vehicles()).length, 30);
  const file = `${folder.path}/vehicles.csv`;
  await Deno.writeTextFile(file, "id;name;class;plate\nX1;Bil 99;van;TAXI99\nV01;Bil ett;;\n");
  const loaded = await run(database, file, "--yes");
  assert.match(loaded.stderr, /class: Something must stand here/);
  await Deno.writeTextFile(file, "id;name;class;plate\nX1;Bil 99;van;TAXI99\n");
  assert.equal((await run(database, file, "--yes")).code, 0);
  assert.equal(await fleet.refresh(), true);
  assert.equal((await fleet.vehicles()).length, 31);
  const db = await openDatabase(database);
  assert((await settledEdition(db)).number > 0);
  db.close();
});
