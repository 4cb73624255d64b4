import assert from "node:assert/strict";
import { byClass, VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { offerGaps } from "../../lib/pricing/offer-gaps.ts";
import { aTariff } from "../support/pricing.ts";

const RATES = { baseOre: 1, perKmOre: 1, perHourOre: 1, minimumOre: 1 };
const everyClass = aTariff({ rates: byClass(() => RATES) });
const oneOfEach = VEHICLE_CLASSES.map((vehicleClass) => ({ vehicleClass, inTraffic: true }));

Deno.test("offerGaps() finds nothing when every class has rates and a vehicle", () => {
  assert.deepEqual(offerGaps(everyClass, oneOfEach), []);
});

Deno.test("offerGaps() names a class without rates, without a vehicle in traffic, and without both", () => {
  const { van: _, wheelchair: __, ...rates } = everyClass.rates;
  const vehicles = oneOfEach
    .filter(({ vehicleClass }) => vehicleClass !== "wheelchair")
    .map((one) => ({ ...one, inTraffic: one.vehicleClass !== "premium" }));
  assert.deepEqual(offerGaps({ rates }, vehicles), [
    { vehicleClass: "premium", lacks: ["vehicle"] },
    { vehicleClass: "van", lacks: ["tariff"] },
    { vehicleClass: "wheelchair", lacks: ["tariff", "vehicle"] },
  ]);
});

Deno.test("offerGaps() finds every class lacking where no tariff is in force", () => {
  assert.deepEqual(
    offerGaps(null, oneOfEach),
    VEHICLE_CLASSES.map((vehicleClass) => ({ vehicleClass, lacks: ["tariff"] })),
  );
});
