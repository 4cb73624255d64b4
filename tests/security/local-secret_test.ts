import assert from "node:assert/strict";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { masterSecret } from "../../lib/security/local-secret.ts";
import { tempFolder } from "../support/databases.ts";

Deno.test("masterSecret() is the one of the settings when there is one, and says nothing", async () => {
  const secret = new Uint8Array(32).fill(9);
  const told: string[] = [];
  const config = loadConfig({ AVANTI_SECRET: secret.toBase64() });
  assert.deepEqual(await masterSecret(config, (line) => told.push(line)), secret);
  assert.deepEqual(told, []);
});

Deno.test("masterSecret() is made once in local mode, said so, kept for its owner only and found again", async () => {
  await using folder = await tempFolder();
  const config = loadConfig({ AVANTI_DATABASE: `${folder.path}/avanti.sqlite` });
  const told: string[] = [];
  const made = await masterSecret(config, (line) => told.push(line));
  assert.equal(made.length, 32);
  assert.equal(told.length, 1);
  assert.match(told[0] ?? "", /local-secret.*AVANTI_SECRET/);
  assert.equal(told[0]?.includes(made.toBase64()), false);
  const { mode } = await Deno.stat(`${folder.path}/local-secret`);
  assert.equal((mode ?? 0) & 0o077, 0);
  assert.deepEqual(await masterSecret(config, (line) => told.push(line)), made);
  assert.equal(told.length, 1);
});

Deno.test("masterSecret() of a database in memory leaves no file and differs each time", async () => {
  const config = loadConfig({ AVANTI_DATABASE: ":memory:" });
  const tell = () => assert.fail("nothing was made");
  assert.notDeepEqual(await masterSecret(config, tell), await masterSecret(config, tell));
});
