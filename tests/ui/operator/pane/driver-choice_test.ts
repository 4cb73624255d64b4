import assert from "node:assert/strict";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { driverGroups } from "../../../../lib/ui/operator/pane/driver-choice.ts";

const vehicle = (id: string, vehicleClass: "standard" | "van") => ({
  id: vehicleId(id),
  name: `Bil ${id}`,
  vehicleClass,
});
const driver = (name: string, of: string) => ({
  id: driverId(name),
  name,
  vehicleId: vehicleId(of),
});
const fleet = {
  vehicles: [vehicle("1", "standard"), vehicle("2", "standard"), vehicle("3", "van")],
  drivers: [driver("Örjan", "2"), driver("Amir", "1"), driver("Elin", "3"), driver("Åsa", "2")],
};

Deno.test("whoever drives the reserved car comes first, then the same kind of car, then the rest", () => {
  const groups = driverGroups(fleet, { vehicleId: vehicleId("1"), vehicleClass: "standard" });
  assert.deepEqual(
    groups.map(([name, drivers]) => [name, drivers.map((choice) => choice.name)]),
    [["reserved", ["Amir"]], ["same-class", ["Åsa", "Örjan"]], ["other-class", ["Elin"]]],
  );
});

Deno.test("empty groups are left out", () => {
  const groups = driverGroups(fleet, { vehicleId: vehicleId("9"), vehicleClass: "van" });
  assert.deepEqual(groups.map(([name]) => name), ["same-class", "other-class"]);
});
