// Files into an empty database and over a full one: what changes, what is refused, what comes out again.
import assert from "node:assert/strict";
import {
  CLASS_CAPACITY,
  EQUIPMENT_KINDS,
  holderAt,
  VEHICLE_CLASSES,
  VEHICLE_REGIMES,
} from "../../lib/fleet/vehicle.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { DRIVER_TABLE, HOLDER_TABLE, VEHICLE_TABLE } from "../../lib/setup/fleet-tables.ts";
import { cellsFile } from "../../lib/setup/export-setup.ts";
import { SETUP_KINDS } from "../../lib/setup/table.ts";
import { fc } from "../support/property.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { emptySetup, problemsOf, TEMPLATES } from "../support/setup.ts";

const typesOf = ({ changes }: { changes: readonly { id: string; type: string }[] }) =>
  changes.map(({ id, type }) => `${id} ${type}`);

Deno.test("the templates load as they stand, kind by kind, and loading them again changes nothing", async () => {
  await using test = await emptySetup();
  const ofTariff = ["tariffs.csv", "zones.csv", "fixed-prices.csv"];
  for (const kind of SETUP_KINDS.filter((kind) => kind !== "zones" && kind !== "fixed-prices")) {
    const names = kind === "tariffs" ? ofTariff : [`${kind}.csv`];
    const texts = Object.fromEntries(names.map((name) => [name, TEMPLATES[name] ?? ""]));
    assert.deepEqual(problemsOf(await test.plan(texts)), [], kind);
    assert((await test.load(texts)).rows > 0, kind);
  }
  const before = await test.state();
  const again = await test.plan(TEMPLATES);
  assert(again.changes.every(({ type }) => type === "same"), typesOf(again).join());
  assert.deepEqual(await test.load(TEMPLATES), { rows: 0, late: [] });
  assert.deepEqual(await test.state(), before);
  const [tariff] = before.tariffs;
  assert.equal(tariff?.zones.length, 2);
  assert.deepEqual(tariff?.fixedPrices[0]?.priceOre, { standard: 49_500, van: 75_000 });
  assert.equal(tariff?.rates.standard?.perKmOre, 16_00);
});

Deno.test("what is exported loads back to the identical state, into an empty database too", async () => {
  await using demo = await emptySetup();
  await demo.deps.fleet.save(DEMO_VEHICLES, DEMO_DRIVERS, DEMO_HOLDERS);
  await demo.load({ "tariffs.json": JSON.stringify({ tariffs: DEMO_TARIFFS }) });
  await demo.load({ "landmarks.csv": TEMPLATES["landmarks.csv"] ?? "" });
  const files = await demo.exported();
  assert((await demo.plan(files)).changes.every(({ type }) => type === "same"));
  await using other = await emptySetup();
  await other.load(files);
  const { edition: _, ...before } = await demo.state();
  const { edition: __, ...after } = await other.state();
  assert.deepEqual(after, before);
});

Deno.test("any fleet comes back from its files as it was", async () => {
  const text = fc.string({ unit: fc.constantFrom(..."=+-@'\"; ,aåÖ1"), minLength: 1 })
    .map((one) => `x${one}`.trim().replace(/\s+/g, " "));
  const dates = fc.constantFrom("", "2026-01-01", "2026-12-31");
  const vehicle = fc.record({
    name: text,
    number: fc.constantFrom("", "7", "07"),
    class: fc.constantFrom(...VEHICLE_CLASSES),
    equipment: fc.subarray([...EQUIPMENT_KINDS]).map((kinds) =>
      kinds.map((k) => `${k} 2`).join(", ")
    ),
    phone: fc.constantFrom("", "+46701740611"),
    inTraffic: fc.constantFrom("yes", "no"),
    regime: fc.constantFrom(...VEHICLE_REGIMES),
    from: fc.constantFrom("", "2026-01-01"),
    until: dates,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(vehicle, { minLength: 1, maxLength: 5 }), text, async (all, note) => {
      await using first = await emptySetup();
      await using second = await emptySetup();
      const rows = all.map((cells, i) => ({
        ...cells,
        id: `V${i}`,
        plate: `TAXI${i}`,
        seats: String(CLASS_CAPACITY[cells.class].passengers + i),
        wheelchairs: String(CLASS_CAPACITY[cells.class].wheelchairs),
      }));
      const driver = { id: "D1", name: "Åsa", driverCode: "100001", vehicle: "V0", note };
      const made = [cellsFile(VEHICLE_TABLE, rows), cellsFile(DRIVER_TABLE, [driver])];
      await first.load(Object.fromEntries(made.map((file) => [file.name, file.text])));
      await second.load(await first.exported());
      assert.deepEqual((await second.state()).fleet, (await first.state()).fleet);
      assert.equal((await first.state()).fleet.drivers[0]?.note, note);
    }),
    { numRuns: 20 },
  );
});

Deno.test("a file that names some rows and some columns changes these alone, and says from what to what", async () => {
  await using test = await emptySetup();
  await test.load(TEMPLATES);
  const change = { "vehicles.csv": "id,phone,until\nV02,,2026-12-31\nV03,031-390 06 10,\nV01,,\n" };
  const plan = await test.plan(change);
  assert.deepEqual(typesOf(plan), ["V02 ended", "V03 changed", "V01 changed"]);
  assert.deepEqual(plan.changes[1]?.fields, [{ field: "phone", from: "", to: "+46313900610" }]);
  await test.load(change);
  const { vehicles } = (await test.state()).fleet;
  assert.deepEqual(vehicles.map(({ until, seats }) => [until, seats]), [
    ["", 4],
    ["2026-12-31", 8],
    ["", 6],
  ]);
});

Deno.test("every fault is told with file, line and column, and then nothing is loaded", async () => {
  await using test = await emptySetup();
  const plan = await test.plan({
    "permit-holders.csv": "id;name;organisationNumber;kind\nH1;AB;556012-5791;company\n",
    "vehicles.csv":
      "id;name;class;plate;seats;color\nV01;Bil;standard;ABC 12O;4;red\nV02;;standard;ABC 123;x;\n",
    "other.csv": "a;b\n1;2\n",
    "bad.json": "[",
  });
  assert.deepEqual(problemsOf(plan), [
    "vehicles.csv 1 color: unknownColumn",
    "other.csv 1 : unknownKind",
    "bad.json 1 : notJson",
    "permit-holders.csv 2 organisationNumber: organisationNumberCheck",
    "permit-holders.csv 2 kind: notAnOption",
    "vehicles.csv 2 plate: plateLetterO",
    "vehicles.csv 3 name: missing",
    "vehicles.csv 3 seats: notANumber",
  ]);
  assert.deepEqual((await test.state()).fleet.vehicles, []);
});

Deno.test("a file that is not UTF-8 is told so", async () => {
  await using test = await emptySetup();
  const latin = { name: "vehicles.csv", bytes: new Uint8Array([105, 100, 10, 0xe5]) };
  const { planFiles } = await import("../../lib/setup/plan-setup.ts");
  assert.deepEqual(problemsOf(await planFiles(test.deps, [latin], "2026-11-23")), [
    "vehicles.csv 1 : notUtf8",
  ]);
});

Deno.test("what does not fit between rows is refused", async () => {
  await using test = await emptySetup();
  await test.load(TEMPLATES);
  const refused = async (name: string, text: string, ...expected: string[]) =>
    assert.deepEqual(
      problemsOf(await test.plan({ [name]: text })).map((one) => one.replace(/^\S+ /, "")),
      expected,
      text,
    );
  const vehicle = "id;name;class;plate;seats;permitHolder;from;until\nV09;Bil;";
  await refused("vehicles.csv", `${vehicle}standard;ABC12A;4;H1;;`, "2 plate: plateTaken");
  await refused("vehicles.csv", `${vehicle}van;ABC 129;4;H1;;`, "2 seats: tooFewSeats");
  await refused(
    "vehicles.csv",
    `${vehicle}wheelchair;ABC 129;6;H9;;`,
    "2 permitHolder: unknownHolder",
  );
  await refused(
    "vehicles.csv",
    `${vehicle}standard;ABC 129;4;H1;2026-12-01;2026-11-01`,
    "2 until: untilBeforeFrom",
  );
  await refused("vehicles.csv", "id;phone\nV01;\nV01;\n", "3 id: idTwice");
  await refused(
    "vehicles.csv",
    "id;phone\nV08;\n",
    "2 id: notThere",
  );
  await refused("permit-holders.csv", "id;until\nH1;2026-12-31\n", "2 until: holderEndsFirst");
  const holder = "id;name;organisationNumber;kind\n";
  await refused(
    "permit-holders.csv",
    `${holder}H2;B;556012-5790;other`,
    "2 organisationNumber: numberTaken",
  );
  await refused(
    "permit-holders.csv",
    `${holder}H2;B;811218-9876;limited-company`,
    "2 kind: holderKind",
  );
  const driver = "id;name;driverCode;vehicle\nD09;Dag;";
  await refused("drivers.csv", `${driver}100009;V99`, "2 vehicle: unknownVehicle");
  await refused("drivers.csv", `${driver}100001;V01`, "2 driverCode: codeTaken");
  const landmark = "id;kind;name;town;lat;lng\n";
  await refused(
    "landmarks.csv",
    `${landmark}paris;arena;Paris hall;Paris;48,85;2,35`,
    "2 lat: outsideSweden",
  );
  await refused(
    "landmarks.csv",
    `${landmark}x;arena;Liseberg;Göteborg;57,69;11,99`,
    "2 name: nameTaken",
  );
});

Deno.test("a plate may go on to another vehicle the day after the first ended", async () => {
  await using test = await emptySetup();
  await test.load(TEMPLATES);
  const plan = await test.plan({
    "vehicles.csv":
      "id;name;class;plate;from;until\nV01;Bil 01;standard;ABC 12A;;2026-11-30\nV09;Bil 9;standard;ABC 12A;2026-12-01;\n",
  });
  assert.deepEqual([problemsOf(plan), typesOf(plan)], [[], ["V01 ended", "V09 new"]]);
});

Deno.test("a saved tariff is never changed, and none begins in the past once something was sold by one", async () => {
  await using test = await emptySetup();
  await test.load(TEMPLATES);
  const text = TEMPLATES["tariffs.csv"] ?? "";
  const codes = async (changed: string) =>
    (await test.plan({ "tariffs.csv": changed })).problems.map(({ code }) => code);
  assert.deepEqual(await codes(text.replace("55,00", "56,00")), ["tariffKnown"]);
  assert.deepEqual(await codes(text.replaceAll("2026-11-23.1", "2026-11-22.1")), ["tariffPast"]);
  const next = text.replaceAll("2026-11-23.1", "2026-12-01.1").replace(";6;", ";6;2026-11-23.1");
  await test.load({ "tariffs.csv": next });
  const tariffs = (await test.state()).tariffs;
  assert.deepEqual(tariffs[1]?.zones, tariffs[0]?.zones);
});

Deno.test("JSON says the same as a table", async () => {
  await using test = await emptySetup();
  await test.load({
    "fleet.json": JSON.stringify({
      "permit-holders": [{
        id: "H1",
        name: "Ek AB",
        organisationNumber: "5560125790",
        kind: "limited-company",
      }],
      vehicles: [{
        id: "V1",
        name: "Bil 1",
        class: "standard",
        plate: "abc123",
        permitHolder: "H1",
        seats: 4,
        inTraffic: false,
      }],
      drivers: [{
        id: "D1",
        name: "Dag",
        driverCode: 100001,
        vehicle: "V1",
        otherVehicles: ["V1"],
      }],
    }),
  });
  const { holders, vehicles, drivers } = (await test.state()).fleet;
  assert.deepEqual([holders.length, HOLDER_TABLE.cellsOf(holders[0]!)["organisationNumber"]], [
    1,
    "556012-5790",
  ]);
  assert.deepEqual([vehicles[0]?.registration, vehicles[0]?.inTraffic], ["ABC 123", false]);
  assert.deepEqual(drivers[0]?.otherVehicleIds, ["V1"]);
});

Deno.test("a plan that was overtaken is not carried out", async () => {
  await using test = await emptySetup();
  const plan = await test.plan(TEMPLATES);
  await test.deps.fleet.save(DEMO_VEHICLES.slice(0, 1), []);
  const { applySetup } = await import("../../lib/setup/apply-setup.ts");
  await assert.rejects(applySetup(test.deps, plan, "Karin"), { code: "busy" });
  assert.equal((await test.state()).fleet.vehicles.length, 1);
});

Deno.test("a vehicle that gets another permit holder says who held it before, and until when, whatever else is loaded later", async () => {
  await using test = await emptySetup();
  await test.deps.fleet.save(DEMO_VEHICLES, DEMO_DRIVERS, DEMO_HOLDERS);
  const [vehicle] = DEMO_VEHICLES;
  assert(vehicle);
  const { id, holderId: first } = vehicle;
  const other = DEMO_HOLDERS.find((one) => one.id !== first)?.id ?? "";
  const cells = async (row: string) => {
    await test.load({ "vehicles.csv": row });
    const found = (await test.state()).fleet.vehicles.find((one) => one.id === id);
    assert(found);
    return found;
  };
  test.deps.clock.set("2026-11-25T05:00:00Z");
  const moved = await cells(`id,permitHolder\n${id},${other}\n`);
  assert.deepEqual(moved.formerHolders, [{ holderId: first, until: "2026-11-25T05:00:00Z" }]);
  test.deps.clock.set("2026-11-26T05:00:00Z");
  const { formerHolders, holderId } = await cells(`id,name\n${id},Bil Ett\n`);
  assert.deepEqual([formerHolders, holderId], [moved.formerHolders, other]);
  const asked = ["2026-11-25T04:59:59Z", "2026-11-25T05:00:00Z", "2026-11-25T05:00:00.1Z"];
  assert.deepEqual(asked.map((at) => holderAt(moved, at)), [first, other, other]);
});
