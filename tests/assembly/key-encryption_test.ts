// Where the key-encryption keys come from, by what the settings say.
import assert from "node:assert/strict";
import { keyFileOf, makeKms } from "../../lib/assembly/key-encryption.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { tempFolder } from "../support/databases.ts";
import { SERVED_KEYS } from "../support/faults/key-rows.ts";
import { aKek } from "../support/keks.ts";
import { keptLog } from "../support/kept-log.ts";

const { memoryKek } = await deriveCryptoKeys(new Uint8Array(32).fill(7));

Deno.test("local mode makes a file beside the database, and a database in memory leaves none", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const told: string[] = [];
  const made = await keysOf({ AVANTI_DATABASE: database }, told);
  assert.equal(made.current, 1);
  assert.match(told.join(), /key-encryption-keys\.json/);
  assert.equal(keyFileOf(loadConfig({ AVANTI_DATABASE: database }))?.startsWith(folder.path), true);
  for (const elsewhere of [":memory:", "http://127.0.0.1:4512"]) {
    const { keys } = await keysOf({ AVANTI_DATABASE: elsewhere });
    assert.deepEqual([...keys.keys()], [1]);
    assert.deepEqual(keys, (await keysOf({ AVANTI_DATABASE: elsewhere })).keys);
    assert.equal(keyFileOf(loadConfig({ AVANTI_DATABASE: elsewhere })), null);
  }
});

Deno.test("production makes no file of keys: one that is missing was lost", async () => {
  await using folder = await tempFolder();
  const file = `${folder.path}/keks.json`;
  const production = {
    ...{ AVANTI_MODE: "production", AVANTI_ORIGIN: "https://avanti.example" },
    ...{ AVANTI_SECRET: aKek(9).toBase64(), AVANTI_DATABASE: `${folder.path}/kv.sqlite` },
  };
  await assert.rejects(keysOf({ ...production, AVANTI_KEKS_FILE: file }), /There are no key-encr/);
  assert.deepEqual([...Deno.readDirSync(folder.path)], []);
  await keysOf({ AVANTI_KEKS_FILE: file });
  assert.equal((await keysOf({ ...production, AVANTI_KEKS_FILE: file })).current, 1);
});

Deno.test("the variable and the service stand before any file", async () => {
  const own = await keysOf({ AVANTI_KEKS: `4:${aKek(9).toBase64()}` });
  assert.deepEqual([own.current, own.keys.get(4)], [4, aKek(9)]);
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => Response.json(SERVED_KEYS),
  );
  const AVANTI_KMS_URL = `http://127.0.0.1:${server.addr.port}/`;
  assert.equal((await keysOf({ AVANTI_KMS_URL, AVANTI_KMS_TOKEN: "t" })).current, 2);
});

async function keysOf(environment: Record<string, string>, told: string[] = []) {
  using dependencies = new Dependencies({ log: keptLog().log });
  const tell = (line: string) => void told.push(line);
  return await makeKms(loadConfig(environment), { memoryKek }, dependencies, tell).keys();
}
