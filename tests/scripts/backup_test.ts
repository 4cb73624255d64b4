// `deno task backup` beside a server that sells, and `deno task restore` of what came of it.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ROOT } from "../support/module-graph.ts";
import { KEKS, SECRET } from "../support/production-keys.ts";
import { aCustomer, startProduction } from "../support/production-server.ts";

Deno.test("a server sells on while its database is copied; restored, it has what was sold before and nothing after", async () => {
  await using server = await startProduction();
  const { database, origin } = server;
  const customer = aCustomer((path, init) => server.ask(path, init), origin);
  const sell = async () => {
    const answer = await customer.book(await customer.quote());
    assert.equal(answer.status, 201, await answer.clone().text());
    const { link } = await answer.json();
    assert(link, "a ticket has a link");
    return paths.booking(link);
  };
  const before = await sell();
  const run = (script: string, ...args: string[]) => runScript(script, database, origin, args);
  const [made] = await Promise.all([run("backup"), sell(), sell()]);
  assert.equal(made.code, 0, made.said);
  const path = /^(\S+\.sqlite): \d+ rows, \d+ bytes, sha256 [0-9a-f]{64}$/m.exec(made.said)?.[1] ??
    "";
  assert.match(made.said, /needs AVANTI_SECRET and key-encryption key 1; neither is in it/);
  const after = await sell();

  assert.match((await run("restore", path, "--yes")).said, /Process \d+ already serves/);
  assert.equal(await server.stop(), 0);
  assert.match((await run("restore", path)).said, /Nothing was done; --yes does it/);
  assert.match((await run("restore")).said, /deno task restore FROM/);
  const restored = await run("restore", path, "--yes");
  assert.equal(restored.code, 0, restored.said);
  assert.match(restored.said, /Erased again: 0 people/);
  await server.start();
  assert.equal((await server.ask(before)).status, 200);
  assert.equal((await server.ask(after)).status, 404);
  await sell();
});

Deno.test("what is no database file has no backup here", async () => {
  for (const database of [":memory:", "http://127.0.0.1:1"]) {
    const { code, said } = await runScript(
      "backup",
      database,
      "https://avanti.example",
      [],
      "local",
    );
    assert.deepEqual([code, /is no file: whoever serves it makes its backups/.test(said)], [
      1,
      true,
    ]);
  }
});

async function runScript(
  script: string,
  database: string,
  origin: string,
  args: readonly string[],
  mode = "production",
) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `scripts/${script}.ts`, ...args],
    cwd: ROOT,
    env: {
      ...{ NO_COLOR: "1", AVANTI_MODE: mode, AVANTI_ORIGIN: origin, AVANTI_DATABASE: database },
      ...{ AVANTI_SECRET: SECRET, AVANTI_KEKS: KEKS },
    },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, said: text(stdout) + text(stderr) };
}
