import assert from "node:assert/strict";
import { editFleet } from "../../lib/board/edit-fleet.ts";
import { loadFleetForm, loadFleetList } from "../../lib/board/fleet-page.ts";
import { VEHICLE_TABLE } from "../../lib/setup/fleet-tables.ts";
import { FLEET_PATHS } from "../../lib/ui/operator/fleet/fleet-paths.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("those not in service come last in the list, and a driver's vehicle has its name", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  const [first] = await services.fleet.vehicles();
  assert(first);
  await services.fleet.save([{ ...first, until: "2026-11-01" }], []);
  const none = { q: "", done: "" };
  const { rows } = await loadFleetList(services, session, "vehicles", none);
  assert.deepEqual([rows.at(-1)?.cells["id"], rows.at(-1)?.isAway, rows[0]?.isAway], [
    first.id,
    true,
    false,
  ]);
  const { names } = await loadFleetList(services, session, "drivers", none);
  assert.equal(names["V02"], "Bil 02");
});

Deno.test("a form offers what can be chosen; of an unknown id there is none", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const form = await loadFleetForm(test.services, session, "drivers", "");
  assert.deepEqual([form?.vehicles.length, form?.current], [30, null]);
  assert.equal(await loadFleetForm(test.services, session, "drivers", "D99"), null);
});

Deno.test("operators who change different vehicles in the same moment both succeed", async () => {
  await using test = await testServices();
  const { services } = test;
  const vehicles = (await services.fleet.vehicles()).slice(0, 4);
  const edits = vehicles.map((vehicle) => {
    const seen = VEHICLE_TABLE.cellsOf(vehicle);
    const typed = { ...seen, number: `9${vehicle.number}` };
    return editFleet(services, { kind: "vehicles", seen, typed, operatorName: "Karin" });
  });
  assert((await Promise.all(edits)).every(({ ok }) => ok));
  const after = (await services.fleet.vehicles()).slice(0, 4).map(({ number }) => number);
  assert.deepEqual(after, ["901", "902", "903", "904"]);
});

Deno.test("each kind has a page of its own", () => {
  assert.equal(FLEET_PATHS.vehicles.one("V 1"), "/admin/vehicles/V%201");
  assert.equal(FLEET_PATHS.drivers.add(), "/admin/new-driver");
});
