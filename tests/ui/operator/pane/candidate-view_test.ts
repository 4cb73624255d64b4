import assert from "node:assert/strict";
import { candidateView } from "../../../../lib/ui/operator/pane/candidate-view.ts";
import type { Candidate, Fault, Reason } from "../../../../lib/dispatch/candidate.ts";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";

const CAR: Candidate = {
  ...{ vehicleId: vehicleId("V07"), vehicleName: "Bil 07", driverId: driverId("D07") },
  ...{ driverName: "Anders", reasons: [], faults: [], emptyMeters: 3_000 },
  ...{ registration: "AVA 507", around: [] },
};

Deno.test("the sentence says free or reserved, until when and what is driven empty, in both languages", () => {
  const reasons: Reason[] = [
    { code: "reserved" },
    { code: "idle" },
    { code: "follows", reference: "K4Q7RM", minutes: 12, meters: 900 },
    { code: "free-until", atMs: Date.parse("2026-11-24T16:20:00Z"), meters: 2_100 },
    { code: "free-all-day" },
    { code: "higher-class" },
  ];
  const say = (locale: "sv" | "en", one: Reason) =>
    candidateView(locale, { ...CAR, reasons: [one], emptyMeters: null }).sentence;
  assert.deepEqual(reasons.map((one) => say("sv", one)), [
    "reserverad",
    "ledig",
    "klar med K4Q7RM 12 min före",
    "fri till 17.20",
    "fri resten av dagen",
    "större eller finare än beställt",
  ]);
  assert.equal(say("en", reasons[3]!), "free until 17:20");
  assert.equal(
    candidateView("sv", { ...CAR, reasons: reasons.slice(0, 1) }).sentence.replace(/\s/g, " "),
    "reserverad · 3 km tomt",
  );
});

Deno.test("the warning says everything that speaks against it", () => {
  const fault = (code: Fault["code"], amount: number | null = null): Fault => {
    return { code, canOverride: true, amount };
  };
  const faults = [
    fault("too-many-passengers", 4),
    fault("no-wheelchair-place", 0),
    fault("out-of-traffic"),
    fault("too-far", 7),
  ];
  assert.equal(
    candidateView("sv", { ...CAR, faults }).warning,
    "har bara 4 platser, tar ingen rullstol, ur trafik, hinner inte, 7 min sen",
  );
  assert.equal(
    candidateView("en", { ...CAR, faults: [fault("no-wheelchair-place", 1)] }).warning,
    "takes only 1 wheelchairs",
  );
});
