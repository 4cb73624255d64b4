import assert from "node:assert/strict";
import { NO_CACHE } from "../../lib/cache/no-cache.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import {
  DEMO_TARIFF_2026,
  DEMO_TARIFF_2027,
  DEMO_TARIFFS,
} from "../../lib/pricing/demo-tariffs.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { TariffStore } from "../../lib/pricing/tariff-store.ts";
import { tariffChanges } from "../../lib/setup/tariff-changes.ts";
import { proposal, readTariff } from "../../scripts/save-tariff.ts";
import { ROOT } from "../support/module-graph.ts";

const TODAY = "2026-11-23";
const NEXT: Tariff = { ...DEMO_TARIFF_2027, version: "2028-01-01.1", validFrom: "2028-01-01" };

Deno.test("readTariff() names every field that breaks a rule", () => {
  assert.deepEqual(readTariff(JSON.stringify(NEXT)), NEXT);
  assert.throws(() => readTariff("{"), /^Refused: The file is not JSON/);
  const { van: _, ...rates } = NEXT.rates;
  const wrong = { ...NEXT, vatRatePercent: 260, rates: { ...rates, van: { baseOre: -1 } } };
  assert.throws(() => readTariff(JSON.stringify(wrong)), /vatRatePercent.*\n.*rates\.van\.baseOre/);
  const limousine = { ...NEXT, rates: { ...rates, limousine: NEXT.rates.standard } };
  assert.throws(() => readTariff(JSON.stringify(limousine)), /rates.*limousine/);
});

Deno.test("proposal() shows what changes from which tariff, and what is no longer sold", () => {
  const { van: _, ...rates } = NEXT.rates;
  const next = { ...NEXT, rates, extras: { ...NEXT.extras, petOre: 55_00 } };
  const shown = proposal(DEMO_TARIFFS, next, TODAY);
  assert.match(shown, /^2028-01-01\.1 follows 2027-01-01\.1 from 2028-01-01 on:/);
  assert.match(shown, /^ {2}extras\.petOre: 5000 → 5500$/m);
  assert.match(shown, /^ {2}rates\.van\.baseOre: 9000 → none$/m);
  assert.match(shown, /^Not sold by it: van\.$/m);
  assert.match(proposal([], NEXT, TODAY), /is the first tariff of its days/);
});

Deno.test("proposal() refuses the past and what would share its days with another", () => {
  const refused = (changes: Partial<Tariff>, sentence: RegExp) =>
    assert.throws(() => proposal(DEMO_TARIFFS, { ...NEXT, ...changes }, TODAY), sentence);
  refused({ version: DEMO_TARIFF_2026.version, validFrom: DEMO_TARIFF_2026.validFrom }, /exists/);
  refused({ version: "2026-11-01.1", validFrom: "2026-11-01" }, /in the past/);
  refused({ version: "2026-12-01.1", validFrom: "2026-12-01" }, /2027-01-01\.1 begins before/);
  refused({ validUntil: "2028-12-31" }, /2027-01-01\.1 would come back/);
});

Deno.test("tariffChanges() follows an item by its id, not by where it stands in a list", () => {
  const [first, ...rest] = DEMO_TARIFF_2026.surcharges;
  const moved = { ...DEMO_TARIFF_2026, surcharges: [...rest, first!] };
  assert.deepEqual(tariffChanges(DEMO_TARIFF_2026, moved), []);
});

Deno.test("`task tariff` saves only what was agreed to, and prints the tariff in force", async () => {
  const folder = await Deno.makeTempDir();
  const database = `${folder}/kv.sqlite`;
  const file = `${folder}/next.json`;
  const versions = async () => {
    const db = await openDatabase(database);
    const list = await new TariffStore(db, NO_CACHE).list();
    db.close();
    return list.map(({ version }) => version);
  };
  const always = {
    ...DEMO_TARIFF_2026,
    version: "2020-01-01.1",
    validFrom: "2020-01-01",
    validUntil: null,
  };
  const db = await openDatabase(database);
  await writeFact(db, "mode", "local");
  await new TariffStore(db, NO_CACHE).save(always);
  db.close();
  await Deno.writeTextFile(
    file,
    JSON.stringify({ ...NEXT, version: "2099-01-01.1", validFrom: "2099-01-01" }),
  );

  const unasked = await run(database, file);
  assert.equal(unasked.code, 1);
  assert.match(unasked.stderr, /Nothing was saved; --yes saves it/);
  assert.deepEqual(await versions(), ["2020-01-01.1"]);

  const agreed = await run(database, file, "--yes");
  assert.equal(agreed.code, 0, agreed.stderr);
  assert.match(agreed.stdout, /Saved 2099-01-01\.1/);
  assert.deepEqual(await versions(), ["2020-01-01.1", "2099-01-01.1"]);

  const again = await run(database, file, "--yes");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /^2099-01-01\.1 exists/);
  assert.equal(JSON.parse((await run(database)).stdout).version, "2020-01-01.1");
  await Deno.remove(folder, { recursive: true });
});

async function run(database: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", `${ROOT}scripts/save-tariff.ts`, ...args],
    cwd: ROOT,
    env: { AVANTI_DATABASE: database, AVANTI_MODE: "local", NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}
