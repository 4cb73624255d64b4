import assert from "node:assert/strict";
import { FleetStore } from "../../lib/fleet/fleet-store.ts";
import { CLASS_CAPACITY, driverId, VEHICLE_CLASSES, vehicleId } from "../../lib/fleet/vehicle.ts";
import { DEMO_DRIVERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { memoryDatabase } from "../support/databases.ts";
import { refusal } from "../support/refusal.ts";

Deno.test("save() keeps a fleet larger than one commit, and reading gives it back by id", async () => {
  await using test = await memoryDatabase();
  const fleet = new FleetStore(test.db);
  const vehicles = Array.from({ length: 250 }, (_, i) => {
    const [template] = DEMO_VEHICLES;
    assert(template);
    return { ...template, id: vehicleId(`V${String(i).padStart(3, "0")}`) };
  });
  await fleet.save(vehicles, []);
  assert.deepEqual(await fleet.vehicles(), vehicles);
  assert.deepEqual(await new FleetStore(test.db).vehicles(), vehicles);
});

Deno.test("vehiclesOfClass() leaves out other classes and vehicles out of traffic, from the next save on", async () => {
  await using test = await memoryDatabase();
  const fleet = new FleetStore(test.db);
  await fleet.save(DEMO_VEHICLES, DEMO_DRIVERS);
  const before = await fleet.vehiclesOfClass("premium");
  assert.equal(before.length, 5);
  const [first] = (await fleet.vehicles()).filter((one) => one.vehicleClass === "premium");
  assert(first);
  await fleet.save([{ ...first, inTraffic: false }], []);
  assert.deepEqual(await fleet.vehiclesOfClass("premium"), before.slice(1));
});

Deno.test("a vehicle or driver that is not of the fleet is refused by name", async () => {
  await using test = await memoryDatabase();
  const fleet = new FleetStore(test.db);
  await fleet.save(DEMO_VEHICLES, DEMO_DRIVERS);
  assert.equal((await fleet.vehicle(vehicleId("V01"))).id, "V01");
  assert.equal((await fleet.driver(driverId("D01"))).vehicleId, "V01");
  await refusal(fleet.vehicle(vehicleId("V99")), "vehicle-not-found");
  await refusal(fleet.driver(driverId("toString")), "driver-not-found");
});

Deno.test("each class of vehicle has a capacity for at least one person", () => {
  assert.deepEqual(Object.keys(CLASS_CAPACITY), [...VEHICLE_CLASSES]);
  for (const { passengers, bags } of Object.values(CLASS_CAPACITY)) {
    assert(passengers > 0 && bags > 0);
  }
});

Deno.test("the fleet is read again after a read that failed", async () => {
  await using test = await memoryDatabase();
  await new FleetStore(test.db).save(DEMO_VEHICLES, DEMO_DRIVERS);
  let broken = true;
  const read = new Proxy(test.db.read, {
    get: (kv, name) => {
      if (name === "list" && broken) throw new TypeError("the disk is gone");
      return Reflect.get(kv, name, kv).bind(kv);
    },
  });
  const fleet = new FleetStore({ ...test.db, read });
  await assert.rejects(fleet.vehicles(), { message: "the disk is gone" });
  await assert.rejects(fleet.drivers(), { message: "the disk is gone" });
  broken = false;
  assert.deepEqual(await fleet.vehicles(), DEMO_VEHICLES);
  assert.deepEqual(await fleet.drivers(), DEMO_DRIVERS);
});

Deno.test("each class carries as many people and bags as is promised, in the order customers see them", () => {
  const promised = VEHICLE_CLASSES.map((name) => [name, CLASS_CAPACITY[name]]);
  assert.deepEqual(promised, [
    ["standard", { passengers: 4, bags: 3, wheelchairs: 0 }],
    ["premium", { passengers: 3, bags: 3, wheelchairs: 0 }],
    ["van", { passengers: 8, bags: 8, wheelchairs: 0 }],
    ["wheelchair", { passengers: 6, bags: 4, wheelchairs: 2 }],
  ]);
});

Deno.test("a vehicle is offered from its first day in service to its last, and on no other", async () => {
  await using test = await memoryDatabase();
  const fleet = new FleetStore(test.db);
  const [first] = DEMO_VEHICLES;
  assert(first);
  await fleet.save([{ ...first, from: "2026-11-01", until: "2026-11-30" }], []);
  const offered = async (date?: string) =>
    (await fleet.vehiclesOfClass(first.vehicleClass, date)).length;
  assert.deepEqual(
    [await offered("2026-10-31"), await offered("2026-11-01"), await offered("2026-11-30")],
    [0, 1, 1],
  );
  assert.deepEqual([await offered("2026-12-01"), await offered()], [0, 1]);
});

Deno.test("drivers are one list until the fleet changes: what is made of all of them is made once", async () => {
  await using test = await memoryDatabase();
  const fleet = new FleetStore(test.db);
  await fleet.save(DEMO_VEHICLES, DEMO_DRIVERS);
  const before = await fleet.drivers();
  assert.equal(await fleet.drivers(), before);
  const [first] = before;
  assert(first);
  await fleet.save([], [{ ...first, name: "Kim Andra" }]);
  const after = await fleet.drivers();
  assert.equal(after[0]?.name, "Kim Andra");
  assert.equal(await fleet.drivers(), after);
});
