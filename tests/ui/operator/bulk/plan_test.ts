import assert from "node:assert/strict";
import { bookingId, type BookingSummary } from "../../../../lib/booking/booking.ts";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import type { Outcome, PlannedTrip } from "../../../../lib/ui/operator/bulk/bulk-api.ts";
import {
  askedRows,
  goingRows,
  isGoing,
  lacksReason,
  nextPlan,
  NO_PLAN,
  type OpenPlan,
  type Plan,
  type PlanHappening,
  rowState,
  wishesOf,
} from "../../../../lib/ui/operator/bulk/plan.ts";
import { resultState } from "../../../../lib/ui/operator/bulk/result.ts";
import type { CandidateView } from "../../../../lib/ui/operator/pane/candidate-view.ts";
import { aRow } from "../../../support/board.ts";

const [A, B, C] = [aRow(10), aRow(20), aRow(30)];
const LATE = { code: "too-far", canOverride: true, amount: 5 } as const;

function aCar(number: string, faults: CandidateView["faults"] = []): CandidateView {
  return {
    ...{ vehicleId: vehicleId(`V${number}`), vehicleName: `Bil ${number}` },
    ...{ driverId: driverId(`D${number}`), driverName: "Elin Ek" },
    ...{ registration: "AVA 507", around: [], reasons: [], faults },
    ...{ emptyMeters: 1_000, sentence: "ledig", warning: "" },
  };
}

function aTrip(row: BookingSummary, car: CandidateView | null, more: Partial<PlannedTrip> = {}) {
  const { id, reference, version } = row;
  const refusal = car === null ? "no-car" as const : null;
  return { bookingId: id, reference, version, row, car, refusal, ...more };
}

const after = (plan: Plan, ...happenings: PlanHappening[]) => happenings.reduce(nextPlan, plan);
function open(plan: Plan): OpenPlan {
  assert(plan.kind === "open");
  return plan;
}
const planned = (plan: Plan, ...answer: PlannedTrip[]) =>
  open(nextPlan(plan, { type: "planned", round: plan.round, answer }));
const opened = open(nextPlan(NO_PLAN, { type: "opened", trips: [A, B, C] }));
const READY = planned(
  opened,
  aTrip(B, aCar("02")),
  aTrip(A, aCar("01")),
  aTrip(C, null),
);
const states = (plan: OpenPlan) => plan.rows.map(rowState);
const rowOf = (plan: OpenPlan, { id }: BookingSummary) =>
  plan.rows.find(({ trip }) => trip.id === id)!;

Deno.test("a plan keeps the order of the trips on the page, and gives cars in the order of the server", () => {
  assert.deepEqual(READY.rows.map(({ trip }) => trip.id), [A.id, B.id, C.id]);
  assert.deepEqual(goingRows(READY).map(({ trip }) => trip.id), [B.id, A.id]);
  assert.deepEqual(states(READY), ["goes", "goes", "no-car"]);
  assert.equal(READY.phase, "ready");
});

Deno.test("a trip that is left out is asked for no more, and comes in again", () => {
  const left = open(nextPlan(READY, { type: "left", id: A.id, isIn: false }));
  assert.equal(left.phase, "reading");
  assert.deepEqual(askedRows(left).map(({ trip }) => trip.id), [B.id, C.id]);
  assert.deepEqual(wishesOf(left.rows).map(({ bookingId }) => bookingId), [B.id]);
  assert.equal(rowState(rowOf(left, A)), "left-out");
  const again = planned(left, aTrip(B, aCar("02")), aTrip(C, aCar("01")));
  assert.deepEqual(states(again), ["left-out", "goes", "goes"]);
  const back = open(nextPlan(again, { type: "left", id: A.id, isIn: true }));
  assert.equal(askedRows(back).length, 3);
});

Deno.test("an answer to an earlier question is not heard", () => {
  const left = nextPlan(READY, { type: "left", id: A.id, isIn: false });
  const late: PlanHappening = { type: "planned", round: READY.round, answer: [] };
  assert.equal(nextPlan(left, late), left);
});

Deno.test("a car chosen by hand is a wish that stands, and the plan says how many had to give way", () => {
  const chosen = open(nextPlan(READY, { type: "chose", id: A.id, car: aCar("02") }));
  assert.deepEqual(wishesOf(chosen.rows).map(({ isFixed }) => isFixed), [true, false]);
  const around = planned(
    chosen,
    aTrip(A, aCar("02")),
    aTrip(B, aCar("03")),
    aTrip(C, null),
  );
  assert.equal(around.around, 1);
  assert.equal(rowOf(around, A).isFixed, true);
});

Deno.test("a car that something speaks against goes only with a reason, which is kept while the car is", () => {
  const chosen = open(nextPlan(READY, { type: "chose", id: A.id, car: aCar("09", [LATE]) }));
  const again = planned(chosen, aTrip(A, aCar("09", [LATE])), aTrip(B, aCar("02")));
  assert.equal(rowState(rowOf(again, A)), "with-reason");
  assert.equal(lacksReason(rowOf(again, A)), true);
  const reasoned = open(nextPlan(again, { type: "reasoned", id: A.id, reason: "bad om den" }));
  assert.equal(lacksReason(rowOf(reasoned, A)), false);
  assert.equal(lacksReason({ ...rowOf(reasoned, A), reason: "  " }), true);
  const reread = planned(nextPlan(reasoned, { type: "reread" }), aTrip(A, aCar("09", [LATE])));
  assert.equal(rowOf(reread, A).reason, "bad om den");
  const other = planned(nextPlan(reread, { type: "reread" }), aTrip(A, aCar("04", [LATE])));
  assert.deepEqual([rowOf(other, A).reason, rowOf(other, A).isFixed], ["", false]);
});

Deno.test("a trip somebody else gives a driver meanwhile is theirs, whatever was chosen here", () => {
  const chosen = nextPlan(READY, { type: "chose", id: A.id, car: aCar("05") });
  const row = { ...A, version: 2, driverId: driverId("D26") };
  const again = planned(chosen, aTrip(row, aCar("05")), aTrip(B, aCar("02")));
  const taken = rowOf(again, A);
  assert.deepEqual([taken.refusal, taken.car, taken.isFixed], ["has-driver", null, false]);
  assert.equal(taken.isChanged, true);
  assert.equal(isGoing(taken), false);
  // Known to be theirs, it can still be given another car by hand.
  const own = planned(
    nextPlan(again, { type: "chose", id: A.id, car: aCar("05") }),
    aTrip(row, aCar("05")),
  );
  assert.equal(isGoing(rowOf(own, A)), true);
});

Deno.test("a trip that is gone is said to be, and is not sent", () => {
  const again = planned(nextPlan(READY, { type: "reread" }), aTrip(B, aCar("02")));
  assert.equal(rowState(rowOf(again, A)), "gone");
  assert.deepEqual(goingRows(again).map(({ trip }) => trip.id), [B.id]);
});

Deno.test("a plan nobody answers can be read again; one that was there stays", () => {
  const failed = nextPlan(opened, { type: "planned", round: opened.round, answer: null });
  assert.equal(open(failed).phase, "failed");
  const again = open(nextPlan(failed, { type: "reread" }));
  assert.equal(again.phase, "first");
  const reread = nextPlan(READY, { type: "reread" });
  const kept = open(nextPlan(reread, { type: "planned", round: reread.round, answer: null }));
  assert.deepEqual([kept.phase, states(kept)], ["ready", ["goes", "goes", "no-car"]]);
});

Deno.test("the cars that come for a choice are for the trip that is being chosen for", () => {
  const choosing = nextPlan(READY, { type: "choosing", id: A.id });
  const other: PlanHappening = { type: "candidates", id: B.id, cars: [aCar("07")] };
  assert.equal(nextPlan(choosing, other), choosing);
  const cars = open(nextPlan(choosing, { ...other, id: A.id })).choice?.cars;
  assert.equal(Array.isArray(cars) && cars.length, 1);
  assert.equal(open(nextPlan(choosing, { type: "choosing", id: null })).choice, null);
});

Deno.test("what was sent is not changed any more; without an answer it can be sent again", () => {
  const sent = nextPlan(READY, { type: "sent" });
  assert.equal(nextPlan(sent, { type: "left", id: A.id, isIn: false }), sent);
  assert.equal(nextPlan(sent, { type: "reread" }), sent);
  const unsent = open(nextPlan(sent, { type: "answered", outcomes: null }));
  assert.deepEqual([unsent.phase, unsent.isUnsent], ["ready", true]);
  assert.deepEqual(goingRows(unsent), goingRows(READY));
  assert.equal(after(unsent, { type: "closed" }).kind, "off");
});

const done = ({ id, version }: BookingSummary): Outcome => ({
  bookingId: id,
  ok: true,
  act: {
    ...{ id: "A1", kind: "assign", undoUntil: "2026-11-26T14:45:10Z", isUndone: false },
    bookings: [{ id, version: version + 1 }],
  },
});

Deno.test("the outcome says of each trip what became of it, and of those not sent why", () => {
  const refused: Outcome = { bookingId: A.id, ok: false, problem: "booking-changed", since: [] };
  const result = after(READY, { type: "sent" }, { type: "answered", outcomes: [done(B), refused] });
  assert(result.kind === "done");
  const known = new Map([[A.id, { ...A, version: 2, driverId: driverId("D26") }]]);
  const found = result.results.map((one) => resultState(one, known));
  assert.deepEqual(found.map(({ kind }) => kind), ["refused", "assigned", "not-sent"]);
  assert.equal(found[0]?.now.driverId, "D26", "whoever has it now");
  assert.equal(found[1]?.now.vehicleId, "V02", "also before the feed has told of it");
  const last = found[2];
  assert.equal(last?.kind === "not-sent" && last.why, "no-car");
});

Deno.test("an outcome that was taken back or changed since is not said to stand", () => {
  const result = after(READY, { type: "sent" }, { type: "answered", outcomes: [done(B)] });
  assert(result.kind === "done");
  const one = result.results.find(({ row }) => row.trip.id === B.id)!;
  const kind = (now: Partial<BookingSummary>) =>
    resultState(one, new Map([[B.id, { ...B, ...now }]])).kind;
  assert.equal(kind({ version: 1 }), "assigned");
  assert.equal(kind({ version: 2, driverId: driverId("D02") }), "assigned");
  assert.equal(kind({ version: 3 }), "undone");
  assert.equal(kind({ version: 3, driverId: driverId("D09") }), "changed");
});

Deno.test("a trip nobody asked about is no part of what comes", () => {
  const stranger = { ...aTrip(B, aCar("02")), bookingId: bookingId("X") };
  const again = planned(nextPlan(READY, { type: "reread" }), stranger);
  assert.equal(again.rows.length, 3);
});
