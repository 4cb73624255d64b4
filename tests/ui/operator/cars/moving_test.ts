import assert from "node:assert/strict";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { liveWords } from "../../../../lib/ui/operator/cars/live-words.ts";
import {
  type MoveCandidate,
  moveCommand,
  moveCost,
  type MovingTrip,
} from "../../../../lib/ui/operator/cars/moving.ts";

const words = liveWords("sv").move;
const TRIP: MovingTrip = { id: "B1", version: 3, moves: "move", label: "16.05", fromCar: "V11" };
const CAR = { id: "V08", name: "Bil 08", driverId: "D08" };
const CANDIDATE: MoveCandidate = {
  vehicleId: vehicleId("V08"),
  sentence: "ledig · 2,4 km tomt",
  warning: "",
  faults: [],
};
const withFault = (canOverride: boolean): MoveCandidate => ({
  ...CANDIDATE,
  warning: "kör en annan resa då",
  faults: [{ code: "occupied", canOverride, amount: null }],
});
const cost = (candidate: MoveCandidate) => moveCost(TRIP, CAR, [candidate], words);

Deno.test("a car that suits says what it would drive empty", () => {
  const { title, detail, kind } = cost(CANDIDATE);
  assert.deepEqual([kind, title, detail], ["ok", "Släpp på Bil 08", "ledig · 2,4 km tomt"]);
});

Deno.test("a car that cannot says why, one that could with a reason says that too", () => {
  const never = cost(withFault(false));
  assert.deepEqual([never.kind, never.detail], ["never", "kör en annan resa då"]);
  const asked = cost(withFault(true));
  assert.deepEqual([asked.kind, asked.detail], [
    "reason",
    "kör en annan resa då; behöver ett skäl",
  ]);
});

Deno.test("its own car costs nothing, and before the answer nobody knows", () => {
  assert.equal(moveCost(TRIP, { ...CAR, id: "V11" }, [CANDIDATE], words).kind, "same");
  assert.equal(moveCost(TRIP, CAR, "loading", words).kind, "open");
  assert.equal(moveCost(TRIP, CAR, "failed", words).detail, words.unknown);
  assert.equal(moveCost(TRIP, CAR, [], words).kind, "open");
});

Deno.test("one with a driver changes cars, one without gets the car's driver; both name the version seen", () => {
  assert.deepEqual(moveCommand(TRIP, CAR, ""), {
    type: "move",
    expectedVersion: 3,
    vehicleId: "V08",
  });
  assert.deepEqual(moveCommand({ ...TRIP, moves: "assign" }, CAR, "den är närmast"), {
    type: "assign",
    expectedVersion: 3,
    driverId: "D08",
    override: "den är närmast",
  });
});
