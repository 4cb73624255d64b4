import assert from "node:assert/strict";
import { factCount, tripFacts } from "../../../../lib/ui/operator/view/trip-facts.ts";
import { aRow } from "../../../support/board.ts";

Deno.test("a usual trip has nothing to know", () => {
  assert.deepEqual(tripFacts(aRow(1, { passengers: 3, bags: 2 })), []);
});

Deno.test("what decides which car can come, or what the driver must do, is said in one fixed order", () => {
  const everything = aRow(1, {
    wheelchairs: 1,
    vehicleClass: "van",
    passengers: 6,
    flightNumber: "SK1436",
    childSeats: 1,
    pets: 1,
    bags: 4,
    note: "Ring",
  });
  assert.deepEqual(tripFacts(everything), [
    "wheelchair",
    "class",
    "passengers",
    "flight",
    "childseat",
    "pets",
    "bags",
    "note",
  ]);
  assert.equal(factCount(everything), 8);
});

Deno.test("a class for wheelchairs is said as the need, bulky luggage as bags", () => {
  assert.deepEqual(tripFacts(aRow(1, { vehicleClass: "wheelchair" })), ["wheelchair"]);
  assert.deepEqual(tripFacts(aRow(1, { extraLuggage: 1 })), ["bags"]);
});
