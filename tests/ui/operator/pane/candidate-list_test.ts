import assert from "node:assert/strict";
import type { Fault } from "../../../../lib/dispatch/candidate.ts";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import {
  candidateList,
  canOverride,
  MAX_OFFERED,
} from "../../../../lib/ui/operator/pane/candidate-list.ts";
import type { CandidateView } from "../../../../lib/ui/operator/pane/candidate-view.ts";

const late: Fault = { code: "too-far", canOverride: true, amount: 12 };
const full: Fault = { code: "too-many-passengers", canOverride: false, amount: 4 };

function aCar(number: number, faults: Fault[] = [], driver = true): CandidateView {
  return {
    ...{ vehicleId: vehicleId(`V${number}`), vehicleName: `Bil ${number}`, driverName: "Amir" },
    ...{ driverId: driver ? driverId(`D${number}`) : null, reasons: [], faults, emptyMeters: 0 },
    ...{ sentence: "", warning: "", registration: `AVA 5${String(number).padStart(2, "0")}` },
    around: [],
  };
}

Deno.test("six cars at most are offered, in the order they were given; the others are named", () => {
  const cars = [aCar(1, [late]), ...[2, 3, 4, 5, 6, 7, 8].map((n) => aCar(n))];
  const { offers, unfit } = candidateList(cars);
  assert.deepEqual(offers.map(({ vehicleName }) => vehicleName), [
    ...[2, 3, 4, 5, 6, 7].map((n) => `Bil ${n}`),
  ]);
  assert.equal(offers.length, MAX_OFFERED);
  assert.deepEqual(unfit.map(({ vehicleName }) => vehicleName), ["Bil 1"]);
});

Deno.test("a car is found by its name, its plate however that is typed, and its driver, past the six and among the unfit", () => {
  const amir = { ...aCar(8), driverName: "Åsa Ek", registration: "BCD 12E" };
  const cars = [...[1, 2, 3, 4, 5, 6, 7].map((n) => aCar(n)), amir, aCar(9, [late])];
  const found = (query: string) => {
    const { offers, unfit } = candidateList(cars, query);
    return [...offers, ...unfit].map(({ vehicleName }) => vehicleName);
  };
  for (const query of ["bil 8", "BCD 12E", "bcd12e", "asa", "ek  åsa", "12e åsa"]) {
    assert.deepEqual(found(query), ["Bil 8"], query);
  }
  assert.deepEqual(found("AVA509"), ["Bil 9"]);
  assert.equal(found("  ").length, MAX_OFFERED + 1);
  assert.deepEqual(found("bil 8 amir"), []);
});

Deno.test("a reason is enough only where every fault takes one and somebody drives the car", () => {
  assert.equal(canOverride(aCar(1, [late])), true);
  assert.equal(canOverride(aCar(1, [late, full])), false);
  assert.equal(canOverride(aCar(1, [late], false)), false);
});
