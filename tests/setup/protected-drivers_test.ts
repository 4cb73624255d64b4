// A driver whose identity is protected in files of the setup: shown as every page does, and left as they are by a file that is
// loaded again. Planted once and seen red: an export of what is stored, a load of what is shown.
import assert from "node:assert/strict";
import { driverMark } from "../../lib/fleet/seen-driver.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { veilKeys } from "../../lib/veil/keys.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { emptySetup } from "../support/setup.ts";

const [KIM, ...OTHERS] = DEMO_DRIVERS.map((driver) => ({
  ...driver,
  ...{ phone: "+46701740699", note: "Natt helst" },
}));
assert(KIM);

async function protectedKim() {
  const test = await emptySetup();
  await test.deps.fleet.save(DEMO_VEHICLES, [KIM!, ...OTHERS], DEMO_HOLDERS);
  await commitWithRetry(test.deps.db, (tx) => {
    tx.set(veilKeys.veilByMark(driverMark(KIM!.id)), "01KAS00000000000000000VE11");
    return Promise.resolve();
  });
  return test;
}

Deno.test("an export has a protected driver by their code alone, and the others as they are", async () => {
  await using test = await protectedKim();
  const { "drivers.csv": file = "" } = await test.exported();
  const [row = ""] = file.split("\r\n").filter((line) => line.startsWith(`${KIM.id};`));
  assert.ok(row.includes(KIM.driverCode) && !file.includes(KIM.name), row);
  assert.ok(!row.includes("701740699") && !row.includes("Natt"), row);
  const [other] = OTHERS;
  assert.ok(other !== undefined && file.includes(other.name));
});

Deno.test("a file that was exported changes nothing of a protected driver when it is loaded", async () => {
  await using test = await protectedKim();
  const files = await test.exported();
  const plan = await test.plan(files);
  assert.ok(plan.changes.every(({ type }) => type === "same"), JSON.stringify(plan.changes));
  await test.load(files);
  const stored = (await test.state()).fleet.drivers.find(({ id }) => id === KIM.id);
  assert.deepEqual(stored, KIM);
});

Deno.test("what a file says anew of a protected driver is taken, and the plan does not say what it was", async () => {
  await using test = await protectedKim();
  const { "drivers.csv": file = "" } = await test.exported();
  const changed = file.split("\r\n").map((line) =>
    line.startsWith(`${KIM.id};`) ? line.replace(`;${KIM.driverCode};`, ";Kim Nyman;") : line
  ).join("\r\n");
  const files = { "drivers.csv": changed };
  const plan = await test.plan(files);
  const [change, ...more] = plan.changes.filter(({ type }) => type !== "same");
  assert.deepEqual(more, []);
  assert.deepEqual(change?.fields, [{ field: "name", from: KIM.driverCode, to: "Kim Nyman" }]);
  await test.load(files);
  const stored = (await test.state()).fleet.drivers.find(({ id }) => id === KIM.id);
  assert.deepEqual(stored, { ...KIM, name: "Kim Nyman" });
});
