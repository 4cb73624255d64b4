import assert from "node:assert/strict";
import { openSealedDatabase } from "../../lib/assembly/open-sealed.ts";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { FleetStore } from "../../lib/fleet/fleet-store.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { unreadableRows } from "../../lib/kv/unreadable-rows.ts";
import { DEMO_DRIVERS } from "../../scripts/demo/demo-fleet.ts";
import { tempFolder } from "../support/databases.ts";
import { keptLog } from "../support/kept-log.ts";
import { rawBytes, textsIn } from "../support/raw-bytes.ts";

const NAME = "Kanarieförare Ek";
const drivers = DEMO_DRIVERS.slice(0, 1).map((one) => ({ ...one, name: NAME }));

Deno.test("what a command writes is sealed, and read by whoever has the keys beside the database", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const config = loadConfig({ AVANTI_DATABASE: database });
  const command = { config, log: keptLog().log, tell: () => {} };
  const first = await openSealedDatabase(command);
  await new FleetStore(first).save([], drivers, []);
  first.close();
  assert.deepEqual(textsIn(await rawBytes(database), [NAME]), []);
  const second = await openSealedDatabase(command);
  assert.deepEqual((await new FleetStore(second).drivers()).map(({ name }) => name), [NAME]);
  second.close();
  const plain = await openDatabase(database);
  assert.deepEqual(await new FleetStore(plain).drivers(), []);
  assert.equal(unreadableRows(plain.read).take().length, 1, "left out, and noted");
  plain.close();
});

Deno.test("a command with other keys than the database's is refused before it writes", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const command = {
    config: loadConfig({ AVANTI_DATABASE: database }),
    log: keptLog().log,
    tell: () => {},
  };
  (await openSealedDatabase(command)).close();
  await Deno.remove(`${folder.path}/local-secret`);
  await assert.rejects(openSealedDatabase(command), /not the secret the database was made with/);
});
