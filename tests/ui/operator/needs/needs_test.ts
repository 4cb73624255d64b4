import assert from "node:assert/strict";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { needCount, type NeedsInput, needsOf } from "../../../../lib/ui/operator/needs/needs.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const DRIVER = { id: driverId("D07"), name: "Amir", vehicleId: vehicleId("V07") };
const INPUT: NeedsInput = {
  nowMs: BOARD_NOW_MS,
  fleet: {
    drivers: [DRIVER],
    vehicles: [
      { id: vehicleId("V07"), name: "Bil 07", vehicleClass: "standard" },
      { id: vehicleId("V52"), name: "Bil 52", vehicleClass: "wheelchair" },
    ],
  },
  jobs: { count: 0, more: false },
  tomorrow: null,
};
const outline = (rows: readonly BookingSummary[], input: Partial<NeedsInput> = {}) =>
  needsOf(rows, { ...INPUT, ...input }).map((need) => {
    if (need.kind === "trip") return `${need.booking.id} ${need.why} ${need.act.kind}`;
    return need.kind === "many" ? `many ${need.why} ${need.count}` : need.kind;
  });

Deno.test("a trip without driver is a need three hours ahead, ended by the driver of the car kept for it", () => {
  assert.deepEqual(outline([aRow(180), aRow(181)]), ["B180 no-driver assign"]);
  const [need] = needsOf([aRow(30)], INPUT);
  assert.deepEqual(need?.kind === "trip" && need.act, { kind: "assign", driver: DRIVER });
});

Deno.test("when nobody drives that car somebody must be chosen", () => {
  assert.deepEqual(outline([aRow(30, { vehicleId: vehicleId("V52") })]), ["B30 no-driver choose"]);
});

Deno.test("each kind has the one act that ends it", () => {
  assert.deepEqual(
    outline([
      aRow(-10, { status: "assigned" }),
      aRow(-11, { status: "arrived" }),
      aRow(-60, { status: "expired" }),
      aRow(-90, { status: "on-board" }),
    ]),
    ["B-60 failed call", "B-10 late choose", "B-90 overdue open", "B-11 waiting call"],
  );
});

Deno.test("a wheelchair needs a car with a ramp, whether somebody drives it or not", () => {
  const chair = { wheelchairs: 1 };
  assert.deepEqual(outline([aRow(30, chair)]), ["B30 no-wheelchair-car choose"]);
  assert.deepEqual(outline([aRow(30, { ...chair, status: "assigned" })]), [
    "B30 no-wheelchair-car choose",
  ]);
  const fitting = { ...chair, vehicleId: vehicleId("V52"), status: "assigned" as const };
  assert.deepEqual(outline([aRow(30, fitting)]), []);
  assert.deepEqual(
    outline([aRow(300, { ...chair, status: "assigned" })]),
    [],
    "later than three hours",
  );
});

Deno.test("many of one kind are one row behind the first two, and all are counted", () => {
  const rows = [10, 20, 30, 40, 50].map((minutes) => aRow(minutes));
  assert.deepEqual(outline(rows), [
    "B10 no-driver assign",
    "B20 no-driver assign",
    "many no-driver 3",
  ]);
  const needs = needsOf(rows, INPUT);
  assert.equal(needCount(needs), 5);
  const many = needs.at(-1);
  assert.deepEqual(
    many?.kind === "many" && [many.from, many.to],
    ["2026-11-23T07:01", "2026-11-23T07:21"],
  );
  assert.equal(outline(rows.slice(0, 3)).length, 3, "three stand by themselves");
});

Deno.test("work that was given up and what tomorrow lacks are one row each, behind today's trips", () => {
  const jobs = { count: 2, more: false };
  const tomorrow = { date: "2026-11-24", unassigned: 38, first: "2026-11-24T04:45" };
  assert.deepEqual(outline([aRow(10)], { jobs, tomorrow }), [
    "B10 no-driver assign",
    "jobs",
    "tomorrow",
  ]);
  assert.deepEqual(outline([], { tomorrow: { ...tomorrow, unassigned: 0 } }), []);
});

Deno.test("needs stand urgent first whatever order the trips came in", () => {
  const rows = [aRow(100), aRow(5), aRow(-10, { status: "assigned" })];
  assert.deepEqual(outline(rows), outline(rows.toReversed()));
  assert.equal(outline(rows)[0], "B-10 late choose");
});
